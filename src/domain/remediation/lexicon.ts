/**
 * The words by which Vietnamese administration names its units and gives them roles. They bound a name
 * inside a sentence ("Phòng Nội vụ" | "chủ trì …"); they are no register of units: a name whose field is
 * not listed is still read, by its capitals.
 *
 * Sources: the organisation decrees of district and province departments (37/2014, 24/2014, 107/2020,
 * 108/2020/NĐ-CP), the commune model since 1 July 2025, and the wording of real responsible-unit cells.
 */
import { Phrases } from './words';

/** What a unit's name begins with. */
export const heads = phrases(`
  Văn phòng, Phòng, Trung tâm, Sở, Ban, Chi cục, Cục, Bộ, Công an, Bộ phận, Thanh tra, Đài,
  Trường, Trạm, Tổ, Hội, Hội đồng, Đoàn, Đội, Hạt, Chi nhánh, Kho bạc, Bảo hiểm xã hội, Bưu
  điện, Thuế, Viện, Bệnh viện, Tòa án, Quỹ, Viện kiểm sát, Ban Chỉ huy, Bộ Chỉ huy, Ban Quản
  lý, Ban Chỉ đạo, Tổ công tác, Công chức, Văn thư, Huyện ủy, Tỉnh ủy, Thị ủy, Thành ủy, Đảng
  ủy, Liên đoàn, Ủy ban Mặt trận, Mặt trận, Công ty, Trang thông tin điện tử, Cổng thông tin
  điện tử, VP, VP., P., TT., HĐND, Hội đồng nhân dân, UBMTTQ, MTTQ, Ủy ban MTTQ, TT
`);

/** Heads that are names by themselves, or with a level alone: "Thanh tra huyện", "Văn phòng". */
export const standingHeads = phrases(`
  Văn phòng, VP, Thanh tra, Công an, Thuế, Kho bạc, Bảo hiểm xã hội, Bưu điện, Huyện ủy, Tỉnh
  ủy, Thị ủy, Thành ủy, Đảng ủy, Ban Chỉ đạo, Ban Quản lý, Văn thư, HĐND, Hội đồng nhân dân, UBMTTQ, MTTQ, Ủy ban MTTQ
`);

/** Things that a sentence may also make an actor of, but only as its subject. */
export const media = phrases('Trang thông tin điện tử, Cổng thông tin điện tử');

/** Ordinary words that begin like a head. */
export const notHeads = phrases(`
  Ban hành, Phòng chống, Phòng ngừa, Phòng họp, Trường hợp, Sở hữu, Tổ chức, Hội nghị, Hội
  thảo, Hội họp, Đoàn kết, Đoàn thể, Bộ chỉ số, Bộ tiêu chí, Bộ luật, Bộ thủ tục, Bộ máy, Cục
  bộ, Viện dẫn, Đội ngũ, Thuế suất, Công chức viên chức
`);

/** Fields: what a unit is for. Each is one stretch of a name. */
export const fields = phrases(`
  Nội vụ, Tư pháp, Tài chính, Kế hoạch, Đầu tư, Kinh tế, Hạ tầng, Đô thị, Quản lý đô thị, Văn
  hóa, Thông tin, Thể thao, Thể dục thể thao, Thể dục, Du lịch, Truyền thông, Xã hội, Lao
  động, Thương binh, Giáo dục, Đào tạo, Tài nguyên, Môi trường, Nông nghiệp, Nông thôn, Phát
  triển nông thôn, Khoa học, Công nghệ, Công Thương, Xây dựng, Giao thông, Giao thông vận tải,
  Vận tải, Y tế, Dân tộc, Tôn giáo, Ngoại vụ, Thanh tra, Thống kê, Kế toán, Địa chính, Hộ
  tịch, Quân sự, một cửa, một cửa liên thông, một cửa điện tử, Tiếp nhận, Trả kết quả, tiếp
  nhận hồ sơ, trả kết quả giải quyết TTHC, Hành chính công, Phục vụ hành chính công, Dịch vụ
  công, Dịch vụ nông nghiệp, Kỹ thuật nông nghiệp, Phát triển quỹ đất, Khuyến nông, Kiểm lâm,
  Chỉ huy quân sự, Dự án, Đầu tư xây dựng, Dự án đầu tư xây dựng, Bồi dưỡng, Đăng ký đất đai,
  Nông dân, Phụ nữ, Cựu chiến binh, Thanh niên, Mặt trận Tổ quốc, Hội đồng nhân dân, Ủy ban
  nhân dân, HĐND, UBND, Đoàn ĐBQH, Kiểm tra, Tuyên giáo, Tổ chức, Tuyên huấn, Dân vận, Thú y,
  Chăn nuôi, Bảo hiểm, Việc làm, Chính trị, phát thanh, Truyền thanh, Truyền hình, phát thanh
  và truyền hình, Cải cách hành chính, CCHC, Chuyển đổi số, Tổng hợp, Hành chính, Mầm non,
  Tiểu học, Trung học cơ sở, Công nghệ số cộng đồng, cơ sở, khu vực, Quân sự
`);

/** Fields that one department holds alone: "Phòng Nội vụ, Tư pháp" are two, "Kinh tế, Hạ tầng" is one. */
export const soleFields = phrases('Nội vụ, Tư pháp, Thanh tra, Y tế, Ngoại vụ, Dân tộc');

export const levels = phrases(`
  huyện, tỉnh, xã, phường, quận, thị xã, thị trấn, thành phố, đặc khu, TP, TP., TX., TX, thôn,
  khu phố, trung ương
`);

/** Words for whoever heads a unit; the task is the unit's. */
export const leaders = phrases(`
  Thủ trưởng, Chủ tịch, Phó Chủ tịch, Lãnh đạo, Giám đốc, Trưởng, Chánh, Người đứng đầu, Hiệu
  trưởng, Đồng chí, Đồng chí Chủ tịch, Đồng chí Trưởng, Đồng chí Chánh, Đồng chí Giám đốc, Tập
  thể lãnh đạo
`);

/** Nouns of groups. `specific` ones name a known set of units; the others could be anyone. */
export const specificNouns = phrases(`
  cơ quan chuyên môn, CQCM, đơn vị sự nghiệp, ĐVSN, ĐVSNCL, đơn vị SNCL, sở, phòng, phòng ban,
  phòng chuyên môn, phòng ban chuyên môn, công chức chuyên môn, trường, trường học, trạm y tế,
  xã, phường, thị trấn, đặc khu, huyện, thị xã, thành phố, thôn, khu phố, cơ quan ngang sở
`);
/** Nouns that name a group without "các" before them. */
export const standingNouns = phrases(`
  cơ quan chuyên môn, CQCM, đơn vị sự nghiệp, ĐVSN, ĐVSNCL, phòng chuyên môn, phòng ban chuyên
  môn, công chức chuyên môn
`);
export const vagueNouns = phrases(`
  cơ quan, đơn vị, địa phương, ban, ngành, ban ngành, đoàn thể, tổ chức, hội, cấp, cá nhân,
  tổ, công chức, cán bộ, viên chức, bộ phận, cơ quan hành chính, cơ quan nhà nước, cơ quan
  hành chính nhà nước, bộ, doanh nghiệp
`);
export const nounAdjectives = phrases(`
  chuyên môn, công lập, sự nghiệp, trực thuộc, hành chính, nhà nước
`);
/** What turns any group into whoever is concerned. */
export const vagueAdjectives = phrases(`
  liên quan, có liên quan, khác, được giao, được phân công, phụ trách
`);

export const leadVerbs = phrases('chủ trì');
export const supportVerbs = phrases('phối hợp, phối kết hợp, hỗ trợ, tham gia phối hợp');
export const monitorVerbs = phrases(`
  theo dõi, đôn đốc, hướng dẫn, kiểm tra, giám sát, nhắc nhở, chỉ đạo, thanh tra
`);
/** Verbs that name the doing itself: the role is stated. */
export const implementVerbs = phrases(`
  thực hiện, triển khai, triển khai thực hiện, tổ chức thực hiện, tổ chức triển khai
`);
export const otherVerbs = phrases(`
  rà soát, cập nhật, bổ sung, xây dựng, tham mưu, đề xuất, cung cấp, khắc phục, hoàn thành,
  hoàn thiện, xem xét, duy trì, nâng cao, đẩy mạnh, ban hành, báo cáo, tổng hợp, xác định, cải
  thiện, công khai, tuyên truyền, đánh giá, giải trình, đăng tải, kiến nghị, đề nghị, lập,
  gửi, nộp, trình, xử lý, giải quyết, tổ chức, số hóa, bố trí, thu, chuẩn bị, đảm bảo, bảo
  đảm, khảo sát, quán triệt, phân công, quản lý, thẩm định, thống kê, soạn thảo, chấn chỉnh,
  cử, mở
`);
/** What may stand before a verb without changing who does what. */
export const adverbs = phrases(`
  tiếp tục, thường xuyên, tăng cường, tích cực, nghiêm túc, khẩn trương, chủ động, kịp thời,
  chịu trách nhiệm, có trách nhiệm, chịu trách nhiệm chính, phải, sẽ, cần, được giao, được
  phân công, là, là đơn vị, là cơ quan, làm, đầu mối, làm đầu mối, là đơn vị đầu mối, là cơ
  quan đầu mối, quan tâm, tập trung, sớm, đồng thời, cùng, đơn vị, cơ quan, trực tiếp, nhiệm
  vụ, định kỳ, quyết liệt, thống nhất, hằng năm, hàng năm, trách nhiệm, chính, tốt, công tác,
  và, trong, có
`);

/** Words that begin a sentence about a unit without being one. */
export const leadIns = phrases(`
  giao, giao cho, đề nghị, yêu cầu, phân công, giao nhiệm vụ cho, đối với, do, trách nhiệm
  của, trách nhiệm, trách nhiệm thuộc về, thuộc trách nhiệm của, về phía, trách nhiệm thuộc
`);

/** Verbs whose object is a unit, and what that unit is then to do. */
export const supportObjects = phrases(`
  phối hợp với, phối hợp cùng, phối hợp cùng với, phối hợp, phối kết hợp với, phối hợp chặt
  chẽ với, cùng với, cùng, chủ trì với, với sự phối hợp của
`);
export const implementObjects = phrases(`
  chỉ đạo, đôn đốc, hướng dẫn, theo dõi, kiểm tra, giám sát, nhắc nhở, yêu cầu, giao, giao
  cho, phân công, đề nghị, phân công cho, hướng dẫn cho
`);
/** Before such a verb, it is a noun: "theo hướng dẫn …", "văn bản chỉ đạo …", "sự giám sát …". */
export const nominalisers = phrases(`
  theo, sự, công tác, văn bản, việc, của, bản, tài liệu, ý kiến, được, bị
`);

/** Words that no unit's name contains: they end it. */
export const closers = phrases(`
  để, theo, trong, về, với, cho, của, tại, từ, đến, trước, sau, khi, không, các, những, đã,
  đang, chưa, nếu, nhằm, bằng, qua, do, vì, mà, là, có, cùng, cả, đều, nào, này, trên, thuộc,
  gồm, được, và, giao, phấn đấu, nêu
`);

/** Phrases parted by commas and line breaks. */
function phrases(list: string): Phrases {
  return new Phrases(list.split(',').map((phrase) => phrase.trim()));
}
