/** Announcing words of Chinese, found as they stand, without word bounds. */
import type { UnspacedCues } from '../parts.ts';

/** Words that announce speech in Chinese, with the forms in which they occur. */
export const zhCues: UnspacedCues = {
  rows: [
    { lemma: '说', type: 'verb', forms: ['说', '說', '说道', '說道', '说过', '說過'] },
    { lemma: '表示', type: 'verb', forms: ['表示'] },
    { lemma: '指出', type: 'verb', forms: ['指出'] },
    { lemma: '强调', type: 'verb', forms: ['强调', '強調'] },
    {
      lemma: '称',
      type: 'verb',
      forms: ['声称', '聲稱', '宣称', '宣稱', '称，', '稱，', '称：', '稱：'],
    },
    { lemma: '问', type: 'verb', forms: ['问道', '問道', '反问', '反問', '问：', '問：'] },
    { lemma: '回答', type: 'verb', forms: ['回答', '答道', '回应', '回應', '答：'] },
    { lemma: '补充', type: 'verb', forms: ['补充', '補充'] },
    { lemma: '解释', type: 'verb', forms: ['解释', '解釋'] },
    { lemma: '写道', type: 'verb', forms: ['写道', '寫道'] },
    { lemma: '喊', type: 'verb', forms: ['喊道', '高喊'] },
    { lemma: '承认', type: 'verb', forms: ['承认', '承認'] },
    { lemma: '宣布', type: 'verb', forms: ['宣布'] },
    { lemma: '警告', type: 'verb', forms: ['警告'] },
    { lemma: '形容', type: 'weak', forms: ['形容'] },
    { lemma: '认为', type: 'weak', forms: ['认为', '認為'] },
    {
      lemma: '称为',
      type: 'weak',
      forms: ['称为', '稱為', '称作', '叫做', '叫作', '所谓', '所謂'],
    },
  ],
  deniedBefore: /(?:没有?|沒有?|从未|從未|未曾|不曾|并未|並未|不)$/u,
  deniedAfter: null,
};
