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
      'Phiên bản Excel này quá cũ để chạy phần bổ trợ. Hãy dùng Excel 2021 trở lên, Microsoft 365, hoặc trang web dưới đây (không cần Excel).',
    office:
      'Không tải được thư viện Office của Microsoft. Hãy kiểm tra kết nối mạng, rồi đóng và mở lại ngăn này.',
    script: 'Không tải được chương trình. Hãy kiểm tra kết nối mạng, rồi đóng và mở lại ngăn này.',
    broken:
      'Chương trình đã tải về nhưng không chạy được: trình duyệt đi kèm Excel quá cũ, hoặc tệp bị hỏng khi tải. Hãy cập nhật Excel và Microsoft Edge rồi mở lại ngăn này, hoặc dùng trang web dưới đây (không cần Excel).',
    web: 'Mở trang web Bảng điểm CCHC',
    slow: 'Mở lâu hơn bình thường. Nếu chờ thêm vẫn chưa xong, hãy kiểm tra kết nối mạng rồi mở lại ngăn này.',
  };

  // The pane takes the place of this line when it starts; then there is nothing left to say here.
  function say(text) {
    var line = document.getElementById('opening');
    if (line) line.textContent = text;
    return line;
  }

  // The page stands beside this one; in Excel the link opens the person's own browser.
  function sayWithLink(text) {
    var line = say(text);
    if (!line || inPage || document.getElementById('web-page')) return;
    var paragraph = document.createElement('p');
    var link = document.createElement('a');
    link.id = 'web-page';
    link.href = 'index.html';
    link.target = '_blank';
    link.rel = 'noopener';
    link.appendChild(document.createTextNode(texts.web));
    paragraph.appendChild(link);
    line.parentNode.insertBefore(paragraph, line.nextSibling);
  }

  function isOpening() {
    var line = document.getElementById('opening');
    return !!line && /^(Đang mở|Mở lâu)/.test(line.textContent);
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
      sayWithLink(texts.tooOld);
    });
    return;
  }

  var library = document.querySelector('meta[name="office-js"]').getAttribute('content');
  // Office's library fetches further parts of itself (excel-win32-….js) from where it came from.
  var anchor = document.createElement('a');
  anchor.href = library.replace(/[^/]*$/, '');
  function isOffice(address) {
    return !!address && address.indexOf(anchor.href) === 0;
  }

  // What fails first is told; what fails in its wake would only hide it.
  window.addEventListener(
    'error',
    function (event) {
      var from = event.target;
      var missing = !!from && from.tagName === 'SCRIPT';
      if (!missing && (from !== window || isOffice(event.filename))) return;
      whenParsed(function () {
        if (!isOpening()) return;
        if (!missing) sayWithLink(texts.broken);
        else say(isOffice(from.src) ? texts.office : texts.script);
      });
    },
    true,
  );
  setTimeout(function () {
    if (isOpening()) say(texts.slow);
  }, SLOW_MS);

  if (!inPage) {
    var script = document.createElement('script');
    script.id = 'office-js';
    script.src = library;
    document.head.appendChild(script);
  }
})();
