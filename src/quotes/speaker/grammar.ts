/** Small words by which a subject is told from an object, per language. */
export type Gender = 'he' | 'she' | 'it' | 'they' | 'i' | 'we';

export interface Grammar {
  readonly pronouns: ReadonlyMap<string, Gender>;
  /** Pronouns that count for learning a person's gender, in any case. */
  readonly gendered: ReadonlyMap<string, 'he' | 'she'>;
  readonly prepositions: ReadonlySet<string>;
  /** Articles of a subject, and those that never stand before one (German dem, den, des). */
  readonly determiners: ReadonlySet<string>;
  readonly oblique: ReadonlySet<string>;
  /** Words that open a relative or subordinate clause. */
  readonly relatives: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** “by”, “von”, “par” after a passive, and its auxiliaries. */
  readonly agent: ReadonlySet<string>;
  readonly passive: ReadonlySet<string>;
  /** Adverbs and auxiliaries between subject and verb. */
  readonly fillers: ReadonlySet<string>;
  /** Subject may follow the verb in any main clause. */
  readonly verbSecond: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const genders = <G extends Gender>(table: Readonly<Partial<Record<G, string>>>): ReadonlyMap<string, G> =>
  new Map((Object.entries(table) as [G, string][]).flatMap(([gender, words]) => words.split(' ').map((word) => [word, gender] as const)));

const en: Grammar = {
  pronouns: genders({ he: 'he', she: 'she', they: 'they', i: 'i', we: 'we', it: 'it' }),
  gendered: genders({ he: 'he his him himself', she: 'she her hers herself' }),
  prepositions: set(
    'of to with by from for at in on about against between among after before near like than through under over via into onto toward towards upon beside behind without including despite during amid alongside unlike per regarding concerning and or',
  ),
  determiners: set('the a an his her their its my our this that another one some many several both all other'),
  oblique: set('him them us me'),
  relatives: set('who whom whose which that where when while if because although though since until whether'),
  conjunctions: set('and but or so yet then while whereas because although though which who whom that when if until nor where'),
  agent: set('by'),
  passive: set('was were been being is are be'),
  fillers: set(
    'has have had also then now later once again already still just only even never not always often reportedly is was be did does do would will could might been finally simply quietly loudly never ever soon immediately further therefore thus',
  ),
  verbSecond: false,
};

const de: Grammar = {
  pronouns: genders({ he: 'er dieser', she: 'sie diese', i: 'ich', we: 'wir', it: 'es' }),
  gendered: genders({ he: 'er sein seine seinen seiner seinem seines ihm ihn', she: 'ihr ihre ihren ihrer ihrem ihres' }),
  prepositions: set(
    'von vom mit bei beim zu zum zur nach für gegen über unter an am auf aus durch vor hinter zwischen neben gegenüber ohne um seit laut gemäß im in ins trotz wegen während angesichts inklusive als samt sowie und oder',
  ),
  determiners: set('der die das ein eine einer sein seine ihr ihre dieser diese viele mehrere einige beide'),
  oblique: set('dem den des einem einen eines seinem seinen seines ihrem ihren ihres'),
  relatives: set('welcher welche welches dessen deren wo wobei weil dass daß obwohl wenn falls als nachdem bevor während damit indem'),
  conjunctions: set('und aber oder sondern denn doch weil dass daß während wobei obwohl wenn der die das welche'),
  agent: set('von vom durch'),
  passive: set('wurde wurden worden wird werden'),
  fillers: set(
    'hat habe haben hatte hatten auch dann nun später erneut bereits noch nur sogar nie nicht immer oft wird wurde weiter weiterhin zudem außerdem ferner dazu hierzu daraufhin heute gestern sich darauf zuvor zugleich gleichzeitig',
  ),
  verbSecond: true,
};

const fr: Grammar = {
  pronouns: genders({ he: 'il celui-ci', she: 'elle celle-ci', they: 'ils elles', i: 'je j', we: 'nous', it: 'on' }),
  gendered: genders({ he: 'il lui', she: 'elle' }),
  prepositions: set(
    'de du des d à au aux avec par pour contre sur sous dans en chez entre vers sans selon après avant depuis devant derrière près et ou',
  ),
  determiners: set('le la les l un une son sa ses leur leurs mon ma mes notre ce cet cette ces plusieurs'),
  oblique: set('lui leur me te se les'),
  relatives: set('qui que qu dont où lequel laquelle quand lorsque parce puisque si tandis'),
  conjunctions: set('et mais ou donc or ni car tandis que qui lorsque quand si puis'),
  agent: set('par'),
  passive: set('été est fut était sont'),
  fillers: set(
    'a ai avait ont avaient aussi alors ensuite encore déjà toujours ne n pas lui leur me m se s y en puis enfin vous nous te t',
  ),
  verbSecond: true,
};

const es: Grammar = {
  ...fr,
  pronouns: genders({ he: 'él', she: 'ella', they: 'ellos ellas', i: 'yo', we: 'nosotros' }),
  gendered: genders({ he: 'él', she: 'ella' }),
  prepositions: set('de del a al con por para contra sobre bajo en entre hacia sin según tras desde ante como y o e'),
  determiners: set('el la los las un una su sus este esta ese esa varios'),
  oblique: set('le les lo me te se'),
  relatives: set('que quien quienes cuyo cuya donde cuando aunque porque si mientras'),
  conjunctions: set('y e pero o ni que porque aunque cuando mientras'),
  agent: set('por'),
  passive: set('fue fueron sido es son'),
  fillers: set('ha han había habían también luego después ya no nunca le les se lo además'),
};

const it: Grammar = {
  ...es,
  pronouns: genders({ he: 'lui egli', she: 'lei ella', they: 'loro', i: 'io', we: 'noi' }),
  gendered: genders({ he: 'lui', she: 'lei' }),
  prepositions: set(
    'di del della dei delle dell a al alla ai con da dal dalla per contro su sul in nel nella tra fra senza secondo dopo prima come e o',
  ),
  determiners: set('il lo la i gli le l un uno una suo sua'),
  relatives: set('che chi cui dove quando perché se mentre'),
  conjunctions: set('e ma o né che perché quando mentre'),
  agent: set('da dal dalla'),
  passive: set('stato stata viene'),
  fillers: set('ha hanno aveva poi anche ancora già non mai si lo gli le è'),
};

const ru: Grammar = {
  ...es,
  pronouns: genders({ he: 'он', she: 'она', they: 'они', i: 'я', we: 'мы' }),
  gendered: genders({ he: 'он его ему', she: 'она её ее ей' }),
  prepositions: set('в во на с со к ко о об от до для из за по при у через между без после перед и или'),
  determiners: set('этот эта его её'),
  oblique: set('ему ей им нам мне'),
  relatives: set('который которая которые что чтобы когда если где кто'),
  conjunctions: set('и а но или что когда если'),
  agent: set(''),
  passive: set('был была были'),
  fillers: set('также затем потом уже не никогда'),
};

const uk: Grammar = {
  ...ru,
  pronouns: genders({ he: 'він', she: 'вона', they: 'вони', i: 'я', we: 'ми' }),
  gendered: genders({ he: 'він його йому', she: 'вона її їй' }),
  prepositions: set('в у на з із зі до про від для за по при через між без після перед та і й або'),
  relatives: set('який яка які що щоб коли якщо де хто'),
  conjunctions: set('і й та а але або що коли якщо'),
  fillers: set('також потім вже не ніколи'),
};

const pl: Grammar = {
  ...ru,
  pronouns: genders({ he: 'on', she: 'ona', they: 'oni one', i: 'ja', we: 'my' }),
  gendered: genders({ he: 'on jego jemu', she: 'ona jej' }),
  prepositions: set('w we na z ze do o od dla za po przy przez między bez przed i lub oraz'),
  relatives: set('który która które że żeby kiedy gdy jeśli gdzie kto'),
  conjunctions: set('i a ale lub że kiedy gdy'),
  fillers: set('także potem już nie nigdy też'),
};

const grammars: Readonly<Record<string, Grammar>> = { en, de, fr, es, it, ru, uk, pl };

/** @param lang BCP 47; languages without a table are read like English */
export const grammarOf = (lang: string): Grammar => grammars[lang.toLowerCase().split('-')[0]!] ?? en;
