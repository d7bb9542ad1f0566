/** Dutch: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { wordSet, phrases } from '../lists.ts';

/** What Dutch transcripts print where a speaker’s name would stand. */
export const nlTranscript: TranscriptWords = {
  roles: new Set(
    phrases(`
    voorzitter, de voorzitter, vicevoorzitter, ondervoorzitter, kamervoorzitter, president,
    gespreksleider, presentator, presentatrice, interviewer, interviewster, geïnterviewde,
    journalist, verslaggever, verslaggeefster, getuige, de getuige, rechtbank, de rechtbank,
    rechter, de rechter, officier van justitie, advocaat, raadsman, raadsvrouw, verdachte,
    griffier, de griffier, secretaris, tolk, de tolk, vertaler, minister, minister-president,
    premier, staatssecretaris, kamerlid, senator, rapporteur, burgemeester, de burgemeester,
    wethouder, de wethouder, raadslid, gedeputeerde, commissaris, woordvoerder,
    woordvoerster, operator, analist, gast, beller, luisteraar, verteller, inspreker,
    mevrouw, meneer
  `),
  ),
  anonymous: new Set(
    phrases(`
    spreker, deelnemer, deelneemster, onbekend, onbekende spreker, stem, stem uit de zaal,
    man, vrouw, publiek, zaal
  `),
  ),
  questions: wordSet('v vraag'),
  answers: wordSet('a antwoord'),
  salutations: new Set(
    phrases(`
    dank u, dank u wel, dank je wel, hartelijk dank, bedankt, dames en heren, geachte leden,
    geachte voorzitter, geachte collega’s, beste collega’s, beste vrienden,
    mevrouw de voorzitter, meneer de voorzitter, mijnheer de voorzitter, voorzitter dank,
    goedemorgen, goedemiddag, goedenavond, edelachtbare
  `),
  ),
  documents: new Set(
    phrases(`
    datum, tijd, tijdstip, duur, plaats, locatie, titel, onderwerp, betreft, thema, noot,
    noten, opmerking, agenda, agendapunt, punt, motie, amendement, resolutie, besluit,
    besluiten, bijlage, bijlagen, bewijsstuk, tabel, figuur, pagina, paragraaf, hoofdstuk,
    inhoud, inhoudsopgave, legenda, deelnemers, aanwezig, aanwezigen, afwezig, afwezigen,
    notulen, verslag, transcriptie, opname, bestand, gepubliceerd, bron, bronnen,
    samenvatting, context, achtergrond, conclusie, stemming, actiepunten, let op, belangrijk,
    voorbeeld, rapport, wetsvoorstel, artikel, vergadering, status
  `),
  ),
  discourse: new Set(
    phrases(`
    ten eerste, ten tweede, ten derde, tot slot, dus, maar, en, voorbeeld, bijvoorbeeld,
    kortom, namelijk, echter, bovendien, anders gezegd
  `),
  ),
  functionWords: wordSet(`
    ik wij we u jij je jullie hij zij ze het dit dat deze die mijn onze ons uw zijn haar hun
    mij me hem hen is was waren ben heeft hebben had zal zou kan kunnen moet moeten mag wil
    niet geen als wanneer waar waarom hoe wat wie omdat hier daar aan bij door in met naar om
    op over te tot uit voor of ook zo
  `),
  stage: new Set(
    phrases(`
    gelach, lachen, lacht, applaus, geroffel op de bankjes, stilte, pauze, muziek,
    onverstaanbaar, rumoer
  `),
  ),
  continued: wordSet('vervolg vervolgend vervolgt'),
  pages: wordSet('pagina blz. p.'),
};

/** Months and weekdays in Dutch, by which a date is told from a label. */
export const nlCalendar: CalendarWords = {
  months: wordSet(`
    januari februari maart april mei juni juli augustus september oktober november december
    jan feb mrt apr jun jul aug sep sept okt nov dec
  `),
  weekdays: wordSet(`
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo
  `),
};
