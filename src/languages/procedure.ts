/**
 * What the makers of a record write between its speeches: who called out or rose, how a question
 * was settled, when a meeting ended, what a program adds. Words of nobody.
 */

interface ProcedureWords {
  /** Whole paragraphs that tell what happened; whoever spoke may go on behind them. */
  readonly events: readonly string[];
  /** Paragraphs behind which nobody is speaking: an end, a list of votes, a document that follows. */
  readonly ends: readonly string[];
}

/** A name or two, with titles and small words inside. */
const SOMEBODY = String.raw`\p{Lu}[\p{L}\p{N}.,'’@()-]*(?: (?:(?:and|und|et|y|e|of|for|the|de|von|van) )?[\p{Lu}(][\p{L}\p{N}.,'’@()-]*){0,8}`;

/** Many at once, as records call them. */
const MANY = String.raw`\p{Lu}?[\p{L}.’' -]{0,50}\b(?:[Mm]embers?|[Ss]enators?|[Dd]eput(?:y|ies)|Lords|Peers|delegates|voices)`;

/** Papers that are put into a record. */
const PAPER = String.raw`(?:material|text|bill|amendments?|letters?|statements?|articles?|resolutions?|documents?|information|report|testimony|response|submission|conference report|joint resolution|exhibits?|editorial|list|memorandum|communication|message)`;

/** Sources of patterns; `^` and `$` are put around them. Case counts. */
const PROCEDURE: Readonly<Record<string, ProcedureWords>> = {
  en: {
    events: [
      String.raw`(?:${SOMEBODY}|${MANY}) (?:interjecting|having interjected|interrupting|conferring|cheering|dissenting|standing in (?:his|her|their) places?)\P{L}*`,
      String.raw`(?:${SOMEBODY} (?:rose|rises)\s*[-–—]+|${MANY} (?:rose|rises|remained seated)\s*(?:[-–—]+|\.)?|${SOMEBODY} (?:nodded assent|indicated (?:assent|dissent))\P{L}*)`,
      String.raw`(?:The (?:[Hh]on\.? |[Hh]onou?rable )?(?:[Mm]ember|[Ss]enator|[Dd]eputy|[Ww]itness|[Mm]inister)\b[^.?!]{0,60}|(?:Mr|Ms|Mrs|Dr)\.? ${SOMEBODY}) (?:then |thereupon )?(?:left|withdrew from|was removed from|took|resumed|vacated) the (?:chamber|chair|room|hearing|meeting|Chamber|Chair)\b.{0,60}`,
      String.raw`(?:Original |Main |Previous |Lords |Government |Manuscript |Second |First )?(?:Questions?|Motions?|Amendments?|Bills?|Clauses?|Schedules?|Resolutions?|Debate|New [Cc]lauses?|Leave|Petitions?|Reports?|Title|Preamble|Sitting|Proceedings|Business|Progress|Divisions?|Order)\b(?:(?!\b(?:is|are|was|were|be|been|has|have|had|I|we|will|would|you)\b)[^.?!]){0,90}?\b(?:put|agreed to|negatived|resolved|proposed|read|ordered|reported|considered|withdrawn|adjourned|interrupted|suspended|resumed|granted|passed|lost|declared|carried|brought up|discharged|accordingly|called|demanded|deferred|not moved)\b[^?!]{0,200}`,
      String.raw`Question put:? .{0,300}`,
      String.raw`(?:Agreed to|Negatived|Admit strangers|Prayers|On motion, .{3,200})\.?`,
      String.raw`The (?:Parliament|Legislature|Council|Tribunal|Inquiry) (?:resumed|adjourned|met)\b.{0,80}`,
      String.raw`(?:Motion made,|Ordered,|Resolved,|Resolved in the|Thereupon,|Whereupon,|Accordingly,? \(?at|On resuming\b|Brought up,|In the division\b|The (?:House|Committee|Senate|Dáil|Seanad|Assembly|Council) (?:divided|having divided|resumed|then adjourned|proceeded to)\b).{0,300}`,
      String.raw`(?:The (?:House|Committee|Assembly|Senate) being in session|Pursuant to (?:Standing|standing) [Oo]rder).{0,200}(?:agreed|adjourned|suspended|proceeded)\b.{0,80}`,
      String.raw`A (?:party|personal|recorded|show of hands) vote was (?:called|taken|demanded|ordered)\b.{0,200}`,
      String.raw`The (?:(?:assistant|senior|legislative|bill|reading|Acting|chief) )*[Cc]lerk (?:proceeded to|called the roll|read\b|reported|announced|designated)\b.{0,200}`,
      String.raw`The (?:question|vote) was (?:taken|put|announced)\b.{0,200}`,
      String.raw`The (?:yeas and nays|previous question) (?:were|was) ordered\.?`,
      String.raw`A motion to reconsider\b.{0,80}\blaid (?:up)?on the table\.?`,
      String.raw`The (?:\S+ ){0,5}(?:amendments?|bill|resolution|motion|preamble|nomination|conference report)(?: \([^()]{1,40}\))?(?:, as amended,)? (?:was|were) (?:agreed to|rejected|not agreed to|passed|confirmed|ordered to (?:be|a|lie)|read (?:the|a) (?:first|second|third) time|laid (?:up)?on the table)\b.{0,120}`,
      String.raw`(?:Mr|Mrs|Ms|Messrs|Mses)\.? [\p{Lu}’'. -]{2,60}.{0,60}\bchanged (?:his|her|their) votes?\b.{0,80}`,
      String.raw`(?:Mr|Mrs|Ms)\.? .{2,60} asked and was given permission\b.{0,200}`,
      String.raw`(?:The )?(?:[Ss]itting|[Hh]earing|[Mm]eeting|[Pp]roceedings|Recording|Committee) (?:was |were )?(?:suspended|paused|resumed|interrupted|stopped|started|restarted|commenced)(?:(?: at| from| for| until)\b.{0,60})?\.?`,
      String.raw`(?:Share this contribution|Recess(?: taken)?\.?|\(?Off the record\)?\.?|(?:Brief |Short |Luncheon |Lunch |Morning |Afternoon )?[Rr]ecess (?:taken|was taken)\.?)`,
      String.raw`${SOMEBODY} (?:started|stopped|paused) (?:the )?(?:transcription|recording)\.?`,
      String.raw`${SOMEBODY} (?:joined|left|has joined|has left) the (?:meeting|call|conference|conversation)\.?`,
    ],
    ends: [
      String.raw`There being no objection, .{0,300}`,
      String.raw`(?:The|This) .{0,60}\b${PAPER}\b.{0,100}\b(?:is|are|was|were|reads?) as follows:?`,
      String.raw`The (?:vote|result) was announced\s?[-–—]+.{0,120}`,
      String.raw`\[?\(?(?:The|Additional|Further) .{0,60}\b${PAPER}\b.{0,160} (?:follows?|appears? (?:below|at the end.{0,80})|can be found.{0,80}):?\.?\)?\]?`,
      String.raw`(?:Ayes|Noes|AYES|NOES|YEAS|NAYS|Yeas|Nays|Tá|Níl|NOT VOTING|ANSWERED ["“]PRESENT["”]|Abstentions|Tellers for .{2,30})\s?[-–—:]*\s?\d{0,4}(?:\.|\s?[-–—:].{0,380})?`,
      String.raw`(?:Division|Roll|Rollcall|Recorded) (?:[Nn]o\.?|[Vv]ote(?: [Nn]o\.?)?|Number) ?\d{1,4}\P{L}*`,
      String.raw`(?:House|Committee|Senate|Sitting|Meeting|Hearing|Court|Assembly|Dáil|Seanad) (?:adjourned|concluded|closed|ended)(?: .{0,120})?\.?`,
      String.raw`(?:The )?(?:\S+ ){1,4}(?:was|were|then|rose|stood|stands)?(?: and| be)? ?(?:adjourned|concluded|closed|ended)(?: accordingly| sine die|,)? (?:at|until) .{0,120}`,
      String.raw`The (?:Committee|House|Senate|Assembly) rose(?: at .{1,30})?\.?`,
      String.raw`Meeting ended after \d.{0,40}`,
      String.raw`This editable transcript was computer[- ]generated.{0,200}`,
      String.raw`(?:\P{L}*(?:END|End)(?: OF| of)?(?: THE| the)?(?: (?:TRANSCRIPT(?:ION)?|transcript(?:ion)?|Transcript(?:ion)?|AUDIO|audio|RECORDING|[Rr]ecording|INTERVIEW|[Ii]nterview|TAPE.{0,8}|[Tt]ape.{0,8}|FILE|SESSION|PROCEEDINGS|HEARING|[Hh]earing|CALL|[Cc]all|[Vv]ideo|[Mm]eeting))?\P{L}*(?:\d{1,2}:\d{2} ?[AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?)?\P{L}*)`,
      String.raw`(?:Automatically |Machine[- ])?(?:[Tt]ranscribed|[Tt]ranscript|[Tt]ranscription|[Cc]aptions|[Cc]aptioned|[Cc]aptioning|[Ss]ubtitles|Subtitled|Transcripts)(?: is| was| are)?(?: (?:provided|generated|produced|created|made|prepared|powered|edited|auto-generated|automatically generated))?(?: by| courtesy)\b.{1,160}`,
      String.raw`(?:Copyright\b|©|\(c\) ?\d{4}|All rights reserved).{0,400}`,
      String.raw`Cuireadh .{3,60} ar athló\b.{0,100}`,
      String.raw`https?:\/\/\S+`,
      String.raw`(?:Source|Sources|Link|Links): ?https?:\/\/\S+`,
    ],
  },
  de: {
    events: [
      String.raw`${SOMEBODY} hat die (?:Transkription|Aufzeichnung|Aufnahme) (?:gestartet|beendet|gestoppt)\.?`,
      String.raw`(?:Die Sitzung (?:wird|wurde) (?:um|von)|Unterbrechung (?:von|der Sitzung)|Beginn der Sitzung|Schluss der Sitzung|Ende der Sitzung)\b.{0,100}`,
      String.raw`(?:Beifall|Heiterkeit|Zurufe?|Unruhe|Lachen|Widerspruch|Glocke|Allgemeiner Beifall|Lebhafter Beifall|Anhaltender Beifall)(?: (?:bei|von|der|des|im|auf)\b.{0,120})?\.?`,
    ],
    ends: [
      String.raw`(?:Das Meeting wurde nach|Besprechung beendet nach) \d.{0,30}`,
      String.raw`\(?(?:Schlu(?:ss|ß)|Ende)(?: der (?:Sitzung|Debatte|Besprechung|Aufzeichnung))?:? (?:um )?\d{1,2}[.:]\d{2}(?: Uhr)?\.?\)?`,
      String.raw`(?:Ende (?:der|des) (?:Transkripts?|Transkription|Aufnahme|Aufzeichnung|Gesprächs|Interviews))\.?`,
      String.raw`(?:Untertitel(?:ung)?|Transkript(?:ion)?|Transkribiert)(?: von| durch| im Auftrag|:)\b.{0,120}`,
    ],
  },
  fr: {
    events: [
      String.raw`${SOMEBODY} a (?:démarré|arrêté|commencé) la transcription\.?`,
      String.raw`(?:Applaudissements|Rires|Exclamations|Protestations|Mouvements|Murmures|Brouhaha)(?: (?:sur|et|à|au|de|des|du|divers)\b.{0,160})?\.?`,
      String.raw`(?:L[’']amendement|Les? (?:amendements?|articles?|motions?|propositions?)|L[’']article)[^.]{0,80}(?:est|sont|n[’']est pas|ne sont pas) (?:adoptée?s?|rejetée?s?|retirée?s?).{0,60}`,
      String.raw`La séance (?:est suspendue|est reprise|reprend|est ouverte) à (?:\d|midi|minuit|\p{Ll}+ heures?).{0,60}`,
      String.raw`La séance, suspendue\b.{0,120}\breprise\b.{0,60}`,
    ],
    ends: [
      String.raw`La réunion s[’']est terminée après \d.{0,30}`,
      String.raw`La séance est levée à (?:\d|minuit|midi|\p{Ll}+ heures?).{0,60}`,
      String.raw`(?:Fin|FIN) (?:de la (?:transcription|séance|réunion)|de l[’'](?:enregistrement|entretien|interview))\.?`,
      String.raw`(?:Sous-titrage|Sous-titres|Transcription)(?: réalisée?s?)?(?: par| :|:)\s?.{0,120}`,
    ],
  },
  es: {
    events: [
      String.raw`${SOMEBODY} (?:ha iniciado|ha detenido|inició|detuvo) la transcripción\.?`,
      String.raw`(?:Aplausos|Risas|Rumores|Protestas|Pausa|Murmullos)(?: (?:en|de|del|y|prolongados)\b.{0,120})?\.?`,
      String.raw`Se (?:suspende|reanuda|abre|inicia) la sesión a las? .{2,60}`,
      String.raw`(?:Efectuada|Realizada|Verificada) la votación\b.{0,200}`,
    ],
    ends: [
      String.raw`La reunión (?:finalizó|terminó) (?:después de|tras) \d.{0,30}`,
      String.raw`Eran las? .{2,80}`,
      String.raw`Se levanta la sesión(?: a las? .{2,60})\.?`,
      String.raw`(?:Fin|FIN) de(?: la)? (?:transcripción|grabación|entrevista|sesión)\.?`,
      String.raw`(?:Subtítulos|Transcripción)(?: realizad[oa]s?)?(?: por| de)\b.{0,120}`,
    ],
  },
  it: {
    events: [
      String.raw`${SOMEBODY} ha (?:avviato|interrotto) la trascrizione\.?`,
      String.raw`(?:Applausi|Commenti|Proteste|Ilarità|Brusio)(?: (?:dei|del|della|dai|dal|di|al|alla)\b.{0,120})?\.?`,
      String.raw`(?:La (?:seduta|Camera|Commissione)|Il Senato) (?:comincia|inizia|riprende|approva|respinge|è sospesa|è ripresa|, sospesa).{0,100}`,
      String.raw`La seduta, sospesa\b.{0,120}`,
    ],
    ends: [
      String.raw`La seduta (?:termina|è tolta) alle \d.{0,30}`,
      String.raw`(?:Sottotitoli|Trascrizione) (?:a cura di|di)\b.{0,120}`,
    ],
  },
  pt: {
    events: [
      String.raw`${SOMEBODY} (?:iniciou|parou|interrompeu) a transcrição\.?`,
      String.raw`(?:Aplausos|Protestos|Risos|Pausa|Contraprotestos)(?: (?:do|da|dos|das|de|gerais|e)\b.{0,160})?\.`,
      String.raw`Submetid[oa]s? (?:à|a) votação\b.{0,200}`,
      String.raw`Neste momento,? .{0,200}`,
    ],
    ends: [
      String.raw`Eram \d{1,2} horas.{0,60}`,
      String.raw`(?:A reunião (?:terminou|foi encerrada)|Levanta-se a (?:sessão|reunião)|Encerra-se a (?:sessão|reunião))\b.{0,80}`,
      String.raw`(?:Legendas|Transcrição)(?: feitas?)?(?: por| de)\b.{0,120}`,
    ],
  },
  nl: {
    events: [
      String.raw`${SOMEBODY} heeft de transcriptie (?:gestart|gestopt|beëindigd)\.?`,
      String.raw`De (?:vergadering|beraadslaging) wordt (?:van \d|enkele|om \d|gesloten|geschorst|geopend|hervat).{0,80}`,
      String.raw`(?:Daartoe wordt besloten|In stemming komt\b.{0,120}|De algemene beraadslaging wordt\b.{0,60})\.?`,
    ],
    ends: [
      String.raw`Sluiting \d{1,2}[.:]\d{2} uur\.?`,
      String.raw`(?:Ondertiteling|Transcriptie)(?: door| van)\b.{0,120}`,
    ],
  },
  pl: {
    events: [
      String.raw`${SOMEBODY} (?:rozpoczął|rozpoczęła|zatrzymał|zatrzymała) transkrypcję\.?`,
      String.raw`(?:Oklaski|Wesołość na sali|Poruszenie na sali|Dzwonek|Gwar na sali)\.?`,
      String.raw`(?:Przerwa w posiedzeniu|Wznowienie posiedzenia|Początek posiedzenia)\b.{0,80}`,
    ],
    ends: [String.raw`Koniec posiedzenia\b.{0,80}`],
  },
  ru: {
    events: [
      String.raw`(?:Аплодисменты|Шум в зале|Смех(?: в зале)?|Оживление в зале|Выкрики из зала|Звонок)\.?`,
      String.raw`${SOMEBODY} (?:начал|начала|остановил|остановила) (?:транскрипцию|запись)\.?`,
    ],
    ends: [String.raw`(?:Конец записи|Заседание (?:закрыто|закрывается) в \d.{0,30})\.?`],
  },
  uk: {
    events: [
      String.raw`(?:Оплески|Шум у залі|Сміх(?: у залі)?|Вигуки із залу|ОПЛЕСКИ|ШУМ У ЗАЛІ)\.?`,
      String.raw`За\s?[-–—:]\s?\d{1,3}\.(?: .{0,60})?`,
      String.raw`${SOMEBODY} (?:почав|почала|зупинив|зупинила) (?:транскрипцію|запис)\.?`,
    ],
    ends: [String.raw`(?:Кінець запису|Засідання закрите?о? о \d.{0,30})\.?`],
  },
  sv: {
    events: [
      String.raw`(?:Applåder|Skratt i kammaren|Överläggningen var härmed avslutad|Kammaren biföll\b.{0,80}|Härefter anmäldes\b.{0,80})\.?`,
      String.raw`${SOMEBODY} (?:startade|stoppade) transkriberingen\.?`,
    ],
    ends: [String.raw`(?:Kammaren åtskildes|Sammanträdet avslutades)\b.{0,60}`],
  },
  no: {
    events: [
      String.raw`(?:Votering|Komiteens innstilling (?:ble|vart|blei)|Møtet (?:ble|vart) (?:avbrutt|gjenopptatt))\b.{0,160}`,
    ],
    ends: [String.raw`(?:Møtet (?:hevet|ble hevet|slutt))\b.{0,40}`],
  },
  da: {
    events: [String.raw`(?:Afstemning|Forhandling|Mødet (?:er )?udsat)\.?`],
    ends: [String.raw`Mødet (?:er )?hævet(?: kl\..{0,20})?\.?`],
  },
};

/** Patterns that begin with a name or any words are tried only where one of these stands behind. */
const PROCEDURE_STEMS =
  /interject|interrupt|conferring|cheering|dissent|standing in|\bros?es?\b|rises|seated|assent|trans[ck]ri|trascri|recording|enregistr|joined|left|Aufzeichnung|Aufnahme|adjourned|concluded|closed|ended|транскри|запис/iu;

const isOpenAtFront = (pattern: string): boolean =>
  [SOMEBODY, `(?:${SOMEBODY}`, String.raw`(?:The )?(?:\S+ )`].some((front) =>
    pattern.startsWith(front),
  );

const anyPattern = (part: keyof ProcedureWords, isOpen: boolean): RegExp =>
  new RegExp(
    `^(?:${Object.values(PROCEDURE)
      .flatMap((words) => words[part])
      .filter((pattern) => isOpenAtFront(pattern) === isOpen)
      .join('|')})$`,
    'u',
  );

/** Made when a transcript is first read: they are among the longest that there are. */
const procedurePatterns = lazily(() => ({
  events: anyPattern('events', false),
  eventsOfSomebody: anyPattern('events', true),
  ends: anyPattern('ends', false),
  endsOfAnything: anyPattern('ends', true),
}));

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Longest paragraph that is tried. */
export const PROCEDURE_REACH = 420;

/** A paragraph beyond this length is only tried where it begins as one of the long ones does. */
const SHORT_PARAGRAPH = 140;

const LONG_BEGINNING =
  /^[[(]?(?:There being|This editable|Question|Motion|Amendment|Ordered|Resolved|Thereupon|Whereupon|Accordingly|Brought|On (?:motion|resuming)|In the division|A (?:party|personal|recorded|motion)|Pursuant|M[rs]s?\.? |Additional|Further|Ayes|AYES|Noes|NOES|YEAS|NAYS|Copyright|©|\(c\)|All rights|Transcri|Caption|Subtitle|Efectuada|Realizada|Verificada|Submetid|Neste|In stemming|Votering|Komite|The (?=.{0,120}(?:follow|[Cc]lerk|question|vote|House|Committee|Senate|Assembly|Council|appear|ordered))|La séance)/u;

/** What a paragraph is, if it is none of anybody's words. White space is single spaces. */
export function procedureIn(text: string): 'event' | 'end' | null {
  if (text.length > PROCEDURE_REACH) return null;
  if (text.length > SHORT_PARAGRAPH && !LONG_BEGINNING.test(text)) return null;
  const { events, eventsOfSomebody, ends, endsOfAnything } = procedurePatterns();
  const isTelling = PROCEDURE_STEMS.test(text);
  if (ends.test(text) || (isTelling && endsOfAnything.test(text))) return 'end';
  const isEvent = events.test(text) || (isTelling && eventsOfSomebody.test(text));
  return isEvent ? 'event' : null;
}
