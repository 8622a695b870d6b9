/** Words of the page around grid and pane. Official tone; the product's name is not translated. */
export const page = {
  product: 'Bảng điểm CCHC',
  skip: 'Chuyển tới ngăn công việc',
  saved: 'Đã lưu',
  unsaved: 'Chưa lưu',
  sample: 'Tệp mẫu',
  sampleAbout:
    'Sổ tính mẫu đi kèm phần mềm, để xem thử. Làm việc của đơn vị: “Mở tệp” hoặc “Tệp mới” ở ngăn bên phải.',
  newFile: 'bang-diem.xlsx',
  showTable: 'Xem dạng bảng',
  gridArea: 'Bảng tính',
  paneArea: 'Ngăn công việc',
  splitter: 'Độ rộng ngăn công việc',
  dropHere: 'Thả tệp .xlsx vào đây để mở',
  retry: 'Thử lại',
  close: 'Đóng',
  loading: {
    title: 'Đang mở bảng tính…',
    steps: {
      program: 'Đang tải phần bảng tính',
      file: 'Đang tải sổ tính mẫu',
      reading: 'Đang đọc sổ tính',
      drawing: 'Đang hiển thị',
    },
    file: (name: string) => `Đang mở “${name}”…`,
    failedTitle: 'Chưa mở được bảng tính',
    failed:
      'Không tải được phần bảng tính từ máy chủ. Hãy kiểm tra kết nối mạng rồi nhấn “Thử lại”.',
  },
  restore: {
    offer: (name: string, when: string) => `Có bản chưa lưu của “${name}” lúc ${when}.`,
    offerSample: (name: string, when: string) =>
      `Có bản chưa lưu của tệp mẫu “${name}” lúc ${when} (tệp mẫu đi kèm phần mềm, có chỗ đã sửa).`,
    take: 'Khôi phục',
    drop: 'Bỏ',
    failed: (name: string) =>
      `Bản chưa lưu của “${name}” không đọc lại được; sổ tính đang mở vẫn giữ nguyên.`,
  },
  leave: {
    title: 'Sổ tính có thay đổi chưa lưu',
    question: (name: string) =>
      `“${name}” có thay đổi chưa lưu. Lưu trước khi mở tệp khác, hay bỏ các thay đổi đó?`,
    save: 'Lưu rồi mở',
    drop: 'Bỏ thay đổi',
    stay: 'Ở lại',
  },
  stale: {
    text: 'Bảng tính trên trang chưa vẽ lại được, nên đang hiện nội dung cũ và tạm không nhận nhập. Thay đổi vừa thực hiện đã nằm trong sổ tính: có thể “Lưu tệp”, “Hoàn tác” hoặc “Xem dạng bảng”. Trang sẽ tự vẽ lại.',
    redraw: 'Vẽ lại ngay',
  },
  refused:
    'Ở trang này chỉ nhập và sửa nội dung ô. Định dạng, thêm hoặc xóa trang tính: hãy lưu tệp rồi thực hiện trong Excel.',
  locked: (cell: string) =>
    `Ô ${cell} đã khóa vì trang tính được bảo vệ. Hãy nhập vào các ô không khóa, hoặc bỏ bảo vệ trong Excel.`,
  table: {
    title: (sheet: string) => `Trang tính “${sheet}” dạng bảng`,
    intro: 'Bảng chỉ để đọc. Chọn một ô để chuyển tới ô đó trong bảng tính.',
    empty: 'Trang tính này chưa có nội dung.',
    goTo: (cell: string) => `Chuyển tới ô ${cell}`,
    back: 'Trở lại bảng tính',
    more: (shown: number, all: number) => `Chỉ hiện ${shown} dòng đầu trong ${all} dòng.`,
  },
  cell: {
    announce: (cell: string, value: string) => `Ô ${cell}: ${value}`,
    blank: 'trống',
    formula: (value: string, formula: string) => `${value}, công thức ${formula}`,
  },
};
