/** Each language through the whole stage: its marks, its announcing words, its speakers. */
import { expect, test } from 'vitest';
import { castFrom } from '../src/names/cast.ts';
import { findingsIn } from './support/quotes.ts';

test.each<[lang: string, text: string, expected: readonly string[]]>([
  [
    'en',
    '“We close it tonight,” said Mary Stone. “It leaks.”',
    ['speech Mary Stone: We close it tonight,', 'speech Mary Stone: It leaks.'],
  ],
  [
    'en',
    '"We close it tonight," said Mary Stone. "It\'s old."',
    ['speech Mary Stone: We close it tonight,', "speech Mary Stone: It's old."],
  ],
  ['en', "``We close it tonight,'' said Mary Stone.", ['speech Mary Stone: We close it tonight,']],
  [
    'en-GB',
    '‘We close it tonight,’ said Mary Stone. ‘It is “old”, no?’',
    ['speech Mary Stone: We close it tonight,', 'speech Mary Stone: It is “old”, no?'],
  ],
  [
    'fr',
    'Marie Durand a déclaré : « Nous fermons ce soir. »',
    ['speech Marie Durand: Nous fermons ce soir.'],
  ],
  [
    'fr',
    'Selon Marie Durand, le mur est « une passoire pour tout le quartier ».',
    ['partial Marie Durand: une passoire pour tout le quartier'],
  ],
  [
    'fr',
    'Marie Durand sourit. « Nous fermons », a-t-elle dit.',
    ['speech Marie Durand: Nous fermons'],
  ],
  [
    'de',
    '„Wir schließen heute“, sagte Anna Holm. „Es tropft.“',
    ['speech Anna Holm: Wir schließen heute', 'speech Anna Holm: Es tropft.'],
  ],
  ['de', '»Wir schließen heute«, sagte Anna Holm.', ['speech Anna Holm: Wir schließen heute']],
  [
    'de',
    'Anna Holm nannte die Mauer „ein Sieb für das ganze Viertel“.',
    ['partial Anna Holm: ein Sieb für das ganze Viertel'],
  ],
  [
    'es',
    '«Cerramos esta noche», dijo Ana Ruiz. «El muro gotea.»',
    ['speech Ana Ruiz: Cerramos esta noche', 'speech Ana Ruiz: El muro gotea.'],
  ],
  [
    'es',
    'Ana Ruiz afirmó: “Cerramos esta noche porque gotea”.',
    ['speech Ana Ruiz: Cerramos esta noche porque gotea'],
  ],
  ['it', '«Chiudiamo stasera», ha detto Anna Rossi.', ['speech Anna Rossi: Chiudiamo stasera']],
  [
    'it',
    'Secondo Anna Rossi il muro è “un colabrodo per tutto il quartiere”.',
    ['partial Anna Rossi: un colabrodo per tutto il quartiere'],
  ],
  [
    'pl',
    '„Zamykamy dziś wieczorem” – powiedziała Anna Nowak.',
    ['speech Anna Nowak: Zamykamy dziś wieczorem'],
  ],
  [
    'pl',
    'Anna Nowak dodała: „Mur przecieka i trzeba go naprawić”.',
    ['speech Anna Nowak: Mur przecieka i trzeba go naprawić'],
  ],
  [
    'ru',
    '«Мы закрываем сегодня», — сказала Анна Иванова.',
    ['speech Анна Иванова: Мы закрываем сегодня'],
  ],
  [
    'ru',
    'По словам Ивановой, стена — «решето для всего квартала».',
    ['partial Анна Иванова: решето для всего квартала'],
  ],
  [
    'uk',
    '«Ми закриваємо сьогодні», — сказала Анна Бондар.',
    ['speech Анна Бондар: Ми закриваємо сьогодні'],
  ],
  [
    'uk',
    'Анна Бондар заявила: «Стіна тече, і її треба лагодити».',
    ['speech Анна Бондар: Стіна тече, і її треба лагодити'],
  ],
  [
    'uk',
    '«Ми закриваємо сьогодні, – сказала Анна Бондар, – бо стіна тече». Літо – найкраща пора.',
    ['speech Анна Бондар: Ми закриваємо сьогодні, бо стіна тече'],
  ],
  [
    'ru',
    '«Мы закрываем. — Анна Иванова вздохнула. — Сегодня».',
    ['speech null: Мы закрываем. — Анна Иванова вздохнула. — Сегодня'],
  ],
  [
    'fr',
    '« Il faudra, a conclu Marie Durand, que quelqu’un réponde de ce mur. »',
    ['speech Marie Durand: Il faudra, que quelqu’un réponde de ce mur.'],
  ],
  ['ja', '田中局長は「今夜閉めます」と述べた。', ['speech 田中太郎: 今夜閉めます']],
  ['ja', '田中太郎氏は「今夜閉めます」と述べた。', ['speech 田中太郎: 今夜閉めます']],
  ['ja', '「今夜閉めます」と田中太郎氏は語った。', ['speech 田中太郎: 今夜閉めます']],
  ['ja', '田中太郎氏によると、壁は「町全体のざるだ」という。', ['speech 田中太郎: 町全体のざるだ']],
  ['ja', '町の人は『雪国』という本を読んだ。', ['term null: 雪国']],
  ['zh', '王伟说：“我们今晚关闭。”', ['speech 王伟: 我们今晚关闭。']],
  ['zh', '“我们今晚关闭，”王伟说。', ['speech 王伟: 我们今晚关闭，']],
  [
    'zh-TW',
    '王伟表示：「我們今晚關閉『全部』的門。」',
    ['speech 王伟: 我們今晚關閉『全部』的門。'],
  ],
  ['zh', '王伟表示，这堵墙是“整个街区的筛子”。', ['partial 王伟: 整个街区的筛子']],
  ['zh', '大家读“石头记”。', ['term null: 石头记']],
])('%s: %s', (lang, text, expected) => {
  const people = [
    'Mary Stone',
    'Marie Durand',
    'Anna Holm',
    'Ana Ruiz',
    'Anna Rossi',
    'Anna Nowak',
    'Анна Иванова',
    'Анна Бондар',
    '田中太郎',
    '王伟',
  ];
  const { found } = findingsIn(text, lang, castFrom(people));
  expect(
    found.map(
      ({ kind, speaker, text: words }) =>
        `${kind === 'scare' ? 'term' : kind} ${kind === 'term' || kind === 'scare' ? null : speaker.name}: ${words}`,
    ),
  ).toEqual(expected);
});
