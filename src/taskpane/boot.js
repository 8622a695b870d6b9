/*
 * Runs first, and in any browser that ever sat in Excel: old syntax only. It fetches Excel's own
 * library unless a page of ours is around (`?host=page`), and sees to it that the person is never left
 * before a blank or frozen pane: whatever fails to load, one sentence says what to do.
 */
(function () {
  'use strict';
  var inPage = /[?&]host=page(&|$)/.test(location.search);
  var SLOW_MS = 15000;

  var texts = {
    tooOld:
      'Phiên bản Excel này quá cũ để chạy phần bổ trợ. Hãy dùng Excel 2021 trở lên, Microsoft 365, hoặc trang web Bảng điểm CCHC (không cần Excel).',
    office:
      'Không tải được thư viện Office của Microsoft. Hãy kiểm tra kết nối mạng, rồi đóng và mở lại ngăn này.',
    script: 'Không tải được chương trình. Hãy kiểm tra kết nối mạng, rồi đóng và mở lại ngăn này.',
    slow: 'Mở lâu hơn bình thường. Nếu chờ thêm vẫn chưa xong, hãy kiểm tra kết nối mạng rồi mở lại ngăn này.',
  };

  // The pane takes the place of this line when it starts; then there is nothing left to say here.
  function say(text) {
    var line = document.getElementById('opening');
    if (line) line.textContent = text;
  }

  function whenParsed(act) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act);
    else act();
  }

  var modern =
    typeof Promise !== 'undefined' &&
    typeof Symbol !== 'undefined' &&
    typeof Array.prototype.at === 'function' &&
    typeof Object.fromEntries === 'function';
  if (!modern) {
    whenParsed(function () {
      say(texts.tooOld);
    });
    return;
  }

  window.addEventListener(
    'error',
    function (event) {
      var from = event.target;
      if (!from || from.tagName !== 'SCRIPT') return;
      whenParsed(function () {
        say(from.id === 'office-js' ? texts.office : texts.script);
      });
    },
    true,
  );
  setTimeout(function () {
    var line = document.getElementById('opening');
    if (line && /^Đang mở/.test(line.textContent)) say(texts.slow);
  }, SLOW_MS);

  if (!inPage) {
    var script = document.createElement('script');
    script.id = 'office-js';
    script.src = document.querySelector('meta[name="office-js"]').getAttribute('content');
    document.head.appendChild(script);
  }
})();
