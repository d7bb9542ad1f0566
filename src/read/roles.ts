/** What a section is for, told by the words of its heading. A language is one row. */
import type { SectionRole } from '../types.ts';

type Words = Readonly<Partial<Record<SectionRole, readonly string[]>>>;

/** Headings in lower case, without articles in front, numbers and punctuation. */
const HEADINGS: Readonly<Record<string, Words>> = {
  en: {
    summary: ['executive summary', 'summary', 'overview', 'abstract', 'key points', 'key findings', 'at a glance', 'in brief'],
    participants: [
      'participants',
      'participant',
      'speakers',
      'who’s who',
      'people',
      'persons',
      'parties',
      'attendees',
      'those present',
      'in attendance',
      'on the call',
      'who spoke',
    ],
    body: ['detailed breakdown', 'breakdown', 'detailed account', 'what was said', 'timeline', 'chronology'],
    context: [
      'context',
      'background',
      'context for readers',
      'context for general readers',
      'context note',
      'context notes',
      'historical context',
    ],
    analysis: [
      'analysis',
      'assessment',
      'discussion',
      'implications',
      'significance',
      'what it means',
      'takeaways',
      'key takeaways',
      'interpretation',
    ],
    questions: [
      'questions raised',
      'questions',
      'open questions',
      'unanswered questions',
      'remaining questions',
      'questions for follow-up',
    ],
    source: [
      'source',
      'sources',
      'source note',
      'source notes',
      'references',
      'reference',
      'bibliography',
      'works cited',
      'citation',
      'citations',
    ],
    disclosure: ['disclosure', 'disclosures', 'ai disclosure', 'disclaimer', 'how this brief was made', 'about this brief'],
  },
  de: {
    summary: ['zusammenfassung', 'überblick', 'kurzfassung', 'das wichtigste in kürze', 'auf einen blick', 'kernaussagen'],
    participants: [
      'teilnehmer',
      'teilnehmende',
      'teilnehmerinnen',
      'teilnehmerinnen und teilnehmer',
      'beteiligte',
      'personen',
      'gesprächspartner',
      'anwesende',
      'sprecher',
    ],
    body: ['verlauf', 'im einzelnen', 'ablauf', 'gesprächsverlauf', 'was gesagt wurde'],
    context: ['kontext', 'hintergrund', 'zum hintergrund', 'einordnung', 'zur einordnung'],
    analysis: ['analyse', 'bewertung', 'auswertung', 'bedeutung', 'was es bedeutet'],
    questions: ['offene fragen', 'fragen', 'aufgeworfene fragen', 'ungeklärte fragen'],
    source: ['quelle', 'quellen', 'quellenangabe', 'quellenangaben', 'quellennachweis', 'quellenverzeichnis', 'literatur', 'belege'],
    disclosure: ['offenlegung', 'hinweis zur entstehung', 'transparenzhinweis', 'über dieses dossier'],
  },
  fr: {
    summary: ['résumé', 'synthèse', 'note de synthèse', 'l’essentiel', 'en bref', 'points clés'],
    participants: ['participants', 'participantes', 'intervenants', 'personnes présentes', 'interlocuteurs', 'présents'],
    body: ['déroulement', 'récit détaillé', 'détail', 'ce qui a été dit'],
    context: ['contexte', 'arrière-plan', 'rappel', 'repères'],
    analysis: ['analyse', 'évaluation', 'portée', 'ce que cela signifie'],
    questions: ['questions', 'questions soulevées', 'questions ouvertes', 'questions en suspens'],
    source: ['source', 'sources', 'références', 'référence', 'bibliographie'],
    disclosure: ['transparence', 'mention', 'déclaration', 'avertissement', 'à propos de cette note'],
  },
  es: {
    summary: ['resumen', 'resumen ejecutivo', 'síntesis', 'en breve', 'puntos clave'],
    participants: ['participantes', 'interlocutores', 'intervinientes', 'asistentes', 'personas'],
    body: ['desarrollo', 'desglose detallado', 'relato detallado', 'qué se dijo'],
    context: ['contexto', 'antecedentes', 'trasfondo'],
    analysis: ['análisis', 'valoración', 'implicaciones', 'qué significa'],
    questions: ['preguntas', 'preguntas planteadas', 'preguntas abiertas', 'cuestiones abiertas', 'interrogantes'],
    source: ['fuente', 'fuentes', 'referencias', 'referencia', 'bibliografía'],
    disclosure: ['divulgación', 'transparencia', 'aviso', 'sobre este informe'],
  },
  ru: {
    summary: ['краткое содержание', 'краткое изложение', 'резюме', 'сводка', 'главное', 'коротко', 'аннотация'],
    participants: ['участники', 'участники разговора', 'собеседники', 'присутствовали', 'действующие лица', 'стороны'],
    body: ['подробно', 'ход разговора', 'подробный разбор', 'что было сказано'],
    context: ['контекст', 'справка', 'предыстория', 'фон'],
    analysis: ['анализ', 'оценка', 'разбор', 'что это значит', 'выводы'],
    questions: ['вопросы', 'открытые вопросы', 'возникающие вопросы', 'нерешённые вопросы', 'оставшиеся вопросы'],
    source: ['источник', 'источники', 'ссылки', 'литература', 'библиография'],
    disclosure: ['раскрытие информации', 'примечание о подготовке', 'о подготовке материала'],
  },
  uk: {
    summary: ['стислий виклад', 'короткий виклад', 'резюме', 'підсумок', 'головне', 'коротко', 'анотація'],
    participants: ['учасники', 'учасники розмови', 'співрозмовники', 'присутні', 'дійові особи', 'сторони'],
    body: ['докладно', 'перебіг розмови', 'детальний розбір', 'що було сказано'],
    context: ['контекст', 'довідка', 'передісторія', 'тло'],
    analysis: ['аналіз', 'оцінка', 'розбір', 'що це означає', 'висновки'],
    questions: ['питання', 'запитання', 'відкриті питання', 'порушені питання', 'питання, що виникають'],
    source: ['джерело', 'джерела', 'посилання', 'література', 'бібліографія'],
    disclosure: ['розкриття інформації', 'примітка про підготовку', 'про підготовку матеріалу'],
  },
  ja: {
    summary: ['概要', '要旨', '要約', 'まとめ'],
    participants: ['参加者', '出席者', '登場人物', '発言者', '関係者'],
    body: ['経過', '経緯', '詳細', 'やりとり'],
    context: ['背景', '解説'],
    analysis: ['分析', '評価', '考察'],
    questions: ['質問', '疑問点', '残された疑問'],
    source: ['出典', '典拠', '資料', '参考文献'],
  },
  zh: {
    summary: ['摘要', '概述', '概要', '總結', '总结'],
    participants: ['参与者', '參與者', '与会者', '與會者', '出席者', '参加者', '人物'],
    body: ['经过', '經過', '详情', '詳情'],
    context: ['背景'],
    analysis: ['分析', '评估', '評估'],
    questions: ['问题', '問題', '疑问', '疑問'],
    source: ['来源', '來源', '出处', '出處', '资料来源', '資料來源', '参考文献', '參考文獻'],
  },
};

const LONGEST = 60;
const NUMBERING = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?|[ivxlc]{1,6}\.|[a-z]\.|§ ?\d{1,3})\s+/u;
const ARTICLE = /^(?:the|die|der|das|le|la|les|el|los|las)\s+/u;
const JOINT = /\s+(?:and|und|et|y|e|и|та|й|і)\s+|\s*[&/,:–—]\s*/u;

interface Known {
  readonly role: SectionRole;
  readonly langs: readonly string[];
}

const KNOWN: ReadonlyMap<string, Known> = index();

function index(): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const [lang, words] of Object.entries(HEADINGS)) {
    for (const [role, phrases] of Object.entries(words) as [SectionRole, readonly string[]][]) {
      for (const phrase of phrases) {
        const before = known.get(normal(phrase));
        known.set(normal(phrase), before ? { role: before.role, langs: [...before.langs, lang] } : { role, langs: [lang] });
      }
    }
  }
  return known;
}

/** Heading words as the table has them. */
export function normal(heading: string): string {
  const words = heading
    .slice(0, LONGEST * 2)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['ʼ`]/gu, '’')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return words
    .replace(NUMBERING, '')
    .replace(ARTICLE, '')
    .replace(/[.:?!…]+$/u, '')
    .trim();
}

/** Role that a heading's words name, or null. “Analysis and Context” has the role of its first part when both are known. */
export function roleOf(heading: string): SectionRole | null {
  const words = normal(heading);
  if (words === '' || words.length > LONGEST) return null;
  const whole = KNOWN.get(words);
  if (whole) return whole.role;
  const parts = words.split(JOINT).map((part) => KNOWN.get(part)?.role);
  return parts.every((role) => role !== undefined) ? parts[0]! : null;
}

const READERS = /^(?:for|für|pour|para|для)\s\S.{0,60}$/u;

/** True for “Context” and “Context for general readers” in any language of the table: what stands before the colon of a note. */
export function isContextLabel(label: string): boolean {
  const words = normal(label);
  if (KNOWN.get(words)?.role === 'context') return true;
  const gap = words.indexOf(' ');
  return gap > 0 && KNOWN.get(words.slice(0, gap))?.role === 'context' && READERS.test(words.slice(gap + 1));
}

/** The languages that have this heading, in the table's order. */
export const languagesOf = (heading: string): readonly string[] => KNOWN.get(normal(heading))?.langs ?? [];
