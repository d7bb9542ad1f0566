/**
 * Announcing words of Japanese: they follow the closing mark, so they are found as they stand,
 * without word bounds.
 */
import type { UnspacedCues } from '../parts.ts';

/** Words that announce speech in Japanese, with the forms in which they occur. */
export const jaCues: UnspacedCues = {
  rows: [
    { lemma: '述べる', type: 'verb', forms: ['と述べた', 'と述べ', 'と述べている'] },
    { lemma: '言う', type: 'verb', forms: ['と言った', 'と言い', 'と言う', 'と言って', 'といい'] },
    { lemma: 'という', type: 'weak', forms: ['という', 'といった'] },
    {
      lemma: 'と',
      type: 'verb',
      forms: [
        'は述べた',
        'が述べた',
        'は語った',
        'が語った',
        'は言った',
        'が言った',
        'は話した',
        'が話した',
        'は答えた',
        'が答えた',
        'は説明した',
        'は強調した',
      ],
    },
    { lemma: '答える', type: 'verb', forms: ['と答えた', 'と答え'] },
    { lemma: '話す', type: 'verb', forms: ['と話した', 'と話し', 'と話す', 'と話している'] },
    { lemma: '語る', type: 'verb', forms: ['と語った', 'と語り', 'と語る', 'と語っている'] },
    { lemma: '説明する', type: 'verb', forms: ['と説明した', 'と説明し'] },
    { lemma: '強調する', type: 'verb', forms: ['と強調した', 'と強調し'] },
    { lemma: '主張する', type: 'verb', forms: ['と主張した', 'と主張し'] },
    { lemma: '発言する', type: 'verb', forms: ['と発言した', 'と発言し'] },
    { lemma: '指摘する', type: 'verb', forms: ['と指摘した', 'と指摘し'] },
    {
      lemma: '尋ねる',
      type: 'verb',
      forms: ['と尋ねた', 'と尋ね', 'と聞いた', 'と聞き', 'と質問した', 'と質問し'],
    },
    { lemma: '叫ぶ', type: 'verb', forms: ['と叫んだ', 'と叫び'] },
    { lemma: 'つぶやく', type: 'verb', forms: ['とつぶやいた', 'と呟いた'] },
    { lemma: '明らかにする', type: 'verb', forms: ['と明らかにした', 'と明かした'] },
    { lemma: '付け加える', type: 'verb', forms: ['と付け加えた', 'と続けた'] },
    { lemma: 'コメントする', type: 'verb', forms: ['とコメントした', 'とコメントし'] },
    { lemma: '書く', type: 'verb', forms: ['と書いた', 'と書き', 'と投稿した'] },
    { lemma: 'によると', type: 'source', forms: ['によると', 'によれば'] },
    { lemma: '呼ぶ', type: 'weak', forms: ['と呼ばれる', 'と呼ばれ', 'と呼ぶ', 'と呼んだ'] },
    { lemma: '思う', type: 'weak', forms: ['と思った', 'と思う', 'と考えた', 'と考える'] },
  ],
  deniedBefore: null,
  deniedAfter: /^(?:ていない|ていなかった|なかった|わなかった|べなかった)/u,
};
