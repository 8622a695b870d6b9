import { oldEncodingOf } from '../../../src/domain/text/oldEncoding';

const TCVN3 = [
  '§iÓm chuÈn',
  '§iÓm tù ®¸nh gi¸',
  'LÜnh vùc/Tiªu chÝ/Tiªu chÝ thµnh phÇn',
  'C«ng t¸c chØ ®¹o, ®iÒu hµnh',
];
const VNI = [
  'Ñieåm chuaån',
  'Ñieåm töï ñaùnh giaù',
  'TIEÂU CHÍ THAØNH PHAÀN',
  'Coâng taùc chæ ñaïo, ñieàu haønh',
];

test('words typed for the fonts of TCVN3 and of VNI are known', () => {
  expect(oldEncodingOf(TCVN3)).toBe('tcvn3');
  expect(oldEncodingOf(VNI)).toBe('vni');
  expect(oldEncodingOf(['§iÓm chuÈn, ®iÓm tù chÊm, ®iÓm thÈm ®Þnh'])).toBe('tcvn3');
});

test.each([
  [
    'Vietnamese',
    'Công tác chỉ đạo, điều hành; hoà giải toàn huyện, khoá học, quý I, thuỷ lợi, xoá đói, loà xoà',
  ],
  ['Vietnamese without marks', 'Cong tac chi dao dieu hanh, diem tu danh gia, diem tham dinh'],
  [
    'Vietnamese in decomposed letters',
    'Công tác chỉ đạo, điều hành cải cách thể chế toàn tỉnh'.normalize('NFD'),
  ],
  [
    'English',
    'Criterion, maximum, self-score, appraised score, remarks; Excel® and µg, ±5 %, § 12',
  ],
  [
    'French',
    'Noël en Israël : le naïf aérait l’aéroport, il a créé un maïs égoïste, où ça, déjà, haïr, ambiguë',
  ],
  ['Spanish', 'El año de los niños, señor Núñez; mañana, pingüino, ñandú, 1ª y 2º'],
  ['German', 'Größe, Maß, für Äpfel über Öl, Zürich und § 5 des Gesetzes, §12, Straße'],
  ['figures', '1,5 2,0 3 0.25 100 1.1.1'],
])('%s is none of them', (_, text) => {
  expect(oldEncodingOf([text])).toBeNull();
});

test('a few odd words in a Vietnamese text are not enough', () => {
  const text = Array.from({ length: 10 }, () => 'Thực hiện nhiệm vụ được giao').join(' ');
  expect(oldEncodingOf([text, ...TCVN3.slice(0, 1)])).toBeNull();
});
