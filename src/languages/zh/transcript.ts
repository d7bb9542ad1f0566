/** Chinese: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** What Chinese transcripts print where a speaker’s name would stand. */
export const zhTranscript: TranscriptWords = {
  roles: wordSet(`
    主席 副主席 代理主席 全委会主席 議員 议员 委員 委员 主持人 主持 記者 记者 採訪者 采访者 受訪者 受访者 證人 证人 法官 審判長 审判长 檢察官 检察官 律師 律师
    被告 翻譯 翻译 局長 局长 司長 司长 部長 部长 總理 总理 總統 总统 市長 市长 秘書長 秘书长 發言人 发言人
  `),
  anonymous: wordSet('发言者 發言者 说话人 說話人 参与者 與會者 未知 男 女 观众 觀眾 听众 聽眾'),
  questions: wordSet('問 问 提問 提问'),
  answers: wordSet('答 回答'),
  salutations: wordSet('谢谢 謝謝 多谢 多謝 各位 大家好 女士们先生们 女士們先生們'),
  documents: wordSet(`
    日期 时间 時間 地点 地點 标题 標題 主题 主題 议程 議程 议案 議案 附件 附录 附錄 目录 目錄 出席者 缺席者 会议记录 會議記錄 摘要 结论 結論 备注 備註 注
    来源 來源
  `),
  discourse: wordSet('例如 第一 第二 第三 最后 最後'),
  functionWords: NO_WORDS,
  stage: wordSet('掌声 笑声 笑'),
  continued: wordSet('续 續'),
  pages: wordSet('第'),
};

/** Months and weekdays in Chinese, by which a date is told from a label. */
export const zhCalendar: CalendarWords = {
  months: wordSet('一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月'),
  weekdays: wordSet(
    '星期一 星期二 星期三 星期四 星期五 星期六 星期日 周一 周二 周三 周四 周五 周六 周日',
  ),
};
