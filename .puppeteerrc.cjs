/** Only the headless shell is fetched, where a download is possible at all; briefpress finds other browsers by itself. */
module.exports = {
  'chrome': { skipDownload: true },
  'firefox': { skipDownload: true },
  'chrome-headless-shell': { skipDownload: false },
};
