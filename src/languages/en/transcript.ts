/** English: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { wordSet, phrases } from '../lists.ts';

/** What English transcripts print where a speaker’s name would stand. */
export const enTranscript: TranscriptWords = {
  roles: new Set(
    phrases(`
    chair, the chair, chairman, chairwoman, chairperson, vice chair, president,
    the president, vice president, speaker of the house, the speaker, mr. speaker,
    madam speaker, deputy speaker, presiding officer, the presiding officer, moderator,
    the moderator, host, co-host, anchor, interviewer, interviewee, witness, the witness,
    the court, court, judge, the judge, the clerk, clerk, court clerk, bailiff,
    court reporter, the reporter, stenographer, videographer, the videographer, interpreter,
    the interpreter, translator, operator, the operator, conference operator, reporter,
    counsel, prosecutor, defense, the defendant, defendant, plaintiff, juror, foreperson,
    secretary, the secretary, minister, prime minister, chancellor, governor, mayor, senator,
    representative, councillor, councilmember, commissioner, ambassador, spokesperson,
    press secretary, analyst, chief executive officer, chief financial officer,
    investor relations, panelist, guest, caller, audience member, narrator, announcer,
    dispatcher, detective, officer, inspector, sergeant, examiner
  `),
  ),
  anonymous: new Set(
    phrases(`
    speaker, spk, participant, unknown, unidentified, unknown speaker, unidentified speaker,
    unidentified voice, male, female, voice, reporter, interviewer, interviewee, person,
    caller, audience, f, m, senior administration official
  `),
  ),
  questions: wordSet('q question'),
  answers: wordSet('a answer'),
  salutations: new Set(
    phrases(`
    thank you, thank you very much, thanks, ladies and gentlemen, hon. members, hon members,
    honourable members, honorable members, honourable senators, mr. president,
    madam president, mr. chairman, madam chair, mr. speaker, madam speaker, your honor,
    your honour, my lords, dear colleagues, dear friends, colleagues, good morning,
    good afternoon, good evening, order, hear hear, so help me god
  `),
  ),
  documents: new Set(
    phrases(`
    date, dated, time, start time, end time, place, location, venue, title, subject, re,
    topic, note, notes, agenda, item, motion, amendment, resolution, exhibit, exhibits,
    appendix, annex, table, figure, page, section, chapter, contents, index, key, legend,
    speakers, participants, present, attendees, attendance, absent, bottom line,
    prepared remarks, questions and answers, question and answer session, presentation,
    summary, overview, background, conclusion, transcript, transcribed by, transcription,
    recorded, recorded date, recording, duration, file, published, updated, url, source,
    copyright, warning, important, keywords, disclaimer, safe harbor statement, proceedings,
    minutes, votes, ayes, noes, yeas, nays, decision, action items, action, status,
    objective, deadline, step, example
  `),
  ),
  discourse: new Set(
    phrases(`
    first, firstly, second, secondly, third, thirdly, finally, again, so, but, and, now,
    then, well, look, listen, remember, example, for example, result, however, therefore,
    also, ps, nb, in short, that is, namely
  `),
  ),
  functionWords: wordSet(`
    i we you he she they it this that these those my our your his her their its me us him
    them let is are was were be been am do does did has have had will would can could should
    must may might not no if when where why how what who which because there here as at by
    for from in into on to with or than so
  `),
  stage: new Set(
    phrases(`
    laughter, laugh, laughs, laughing, applause, cheer, cheers, cheering, chuckle, chuckles,
    pause, long pause, silence, crosstalk, overlapping, music, sigh, sighs, cough, coughs,
    coughing, gap, break, recess, off mic, phone ring, phone rings, indiscernible
  `),
  ),
  continued: wordSet('continued continuing cont cont. cont’d resuming'),
  pages: wordSet('page p.'),
};

/** Months and weekdays in English, by which a date is told from a label. */
export const enCalendar: CalendarWords = {
  months: wordSet(`
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec
  `),
  weekdays: wordSet(`
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
    fri sat sun
  `),
};
