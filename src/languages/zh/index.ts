/** Chinese. */
import type { Language } from '../language.ts';
import { wordSet, NO_WORDS, phrases } from '../lists.ts';
import { zhCues as cues } from './cues.ts';
import { zhPeople } from './people.ts';
import { zhCalendar, zhTranscript } from './transcript.ts';

/** All that the press knows about Chinese. */
export const zh = {
  tag: 'zh',
  name: 'Chinese',
  direction: 'ltr',
  marks: {
    id: 'chinese',
    pairs: [
      ['“', '”'],
      ['‘', '’'],
      ['「', '」'],
      ['『', '』'],
    ],
  },
  regions: {},
  noteBeforePunctuation: false,
  incise: null,
  cues,
  cueUses: null,
  grammar: null,
  unspaced: {
    order: 'subject',
    honorifics: [],
    topics: [],
    pronouns: new Map([
      ['他', 'he'],
      ['她', 'she'],
    ]),
  },
  kind: {
    finite: wordSet('是 有 会 會 要 能 将 將 在 了 不 没 沒 想 应 應'),
    persons: wordSet('我 你 您 咱 们 們'),
    works: wordSet('书 書 影 片 歌 报 報 刊 党 黨 剧 劇'),
    sayings: NO_WORDS,
    labels: wordSet('谓 謂 叫 名 词 詞 为 為'),
    boards: NO_WORDS,
    entitled: NO_WORDS,
    labelsAfter: NO_WORDS,
    determiners: wordSet('这 這 那 该 該 此 其 个 個'),
    reported: NO_WORDS,
    joins: wordSet('和 与 與 及 或'),
    as: wordSet('为 為'),
    small: NO_WORDS,
    pointsBack: null,
    sentence: null,
  },
  people: zhPeople,
  sense: {
    negations: wordSet('不 没 沒 無 无 未 非 否 勿'),
    denyingEnds: [],
    denyingStarts: [],
    light: wordSet('的 了 吗 嗎 呢 吧 啊'),
    turns: NO_WORDS,
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context: null,
  abbreviations: [],
  headings: {
    summary: phrases('摘要, 概述, 概要, 總結, 总结'),
    participants: phrases('参与者, 參與者, 与会者, 與會者, 出席者, 参加者, 人物'),
    body: phrases('经过, 經過, 详情, 詳情'),
    context: phrases('背景'),
    analysis: phrases('分析, 评估, 評估'),
    questions: phrases('问题, 問題, 疑问, 疑問'),
    source: phrases('来源, 來源, 出处, 出處, 资料来源, 資料來源, 参考文献, 參考文獻'),
  },
  lines: {
    articles: NO_WORDS,
    disclosures: [],
    disclosed: null,
    disclosureLabels: [],
    sourceLabels: ['来源'],
    subjectLabels: ['主题'],
    genres: phrases(`简报, 報告, 报告, 备忘录, 草稿, 簡報`),
    chat: {
      opens: phrases(`当然, 好的, 以下是, 下面是, 當然`),
      closes: phrases(`如果你, 如果您, 如需, 需要我, 请告诉我, 請告訴我`),
    },
    page: {
      furniture: phrases(
        `跳到主要内容, 跳转到内容, 广告, 分享, 收藏, 打印, 登录, 菜单, 搜索, 首页, 评论, 廣告`,
      ),
      related: phrases(`相关文章, 相关阅读, 延伸阅读, 相關文章`),
    },
    letters: {
      from: phrases(`发件人, 寄件者`),
      heads: phrases(`发送时间, 收件人, 抄送, 日期, 主题, 收件者, 主旨, 寄件日期`),
      wrote: phrases(`写道, 寫道`),
      parted: phrases(`原始邮件, 转发的邮件, 转发邮件, 原始郵件`),
      forwards: phrases(`转发, 轉寄, 转发的邮件, 转发邮件`),
      replies: phrases(`回复, 转发, 答复, 回覆, 轉寄`),
    },
    noteLabels: [],
    readersFor: [],
  },
  frequent: { telling: NO_WORDS, common: NO_WORDS },
  printed: null,
  transcript: zhTranscript,
  calendar: zhCalendar,
} as const satisfies Language;
