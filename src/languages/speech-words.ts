/** The words of transcripts, one value a language. */

/** All in lower case, folded (no accents, no full stops), separated by spaces. */
export interface SpeechWords {
  /** Stand before a name: “Mr”, “Dame”, “Mme”. */
  readonly honorifics: string;
  /** Offices and roles that head a turn with a name or without. */
  readonly roles: string;
  /** Voices that have no name: “Speaker 2”, “Q”, “Frage”. */
  readonly voices: string;
  /**
   * Words about a file, a form, a recipe or a log, which stand before a colon as well and never
   * speak.
   */
  readonly documents: string;
  /** Pronouns, articles of objects, verbs and adverbs: words of a sentence. */
  readonly functions: string;
  /** Words inside a name or an office: “von”, “of the”. */
  readonly particles: string;
}

const enSpeech: SpeechWords = {
  honorifics:
    'mr mrs ms miss mx dr prof professor sir dame lord lady hon honourable honorable rev father sister sgt sergeant pc dc ds di dci dsu ' +
    'capt captain col colonel maj major gen general lt lieutenant cpl adm admiral cmdr commander judge justice senator sen rep ' +
    'representative congressman congresswoman delegate gov governor chief baroness viscount earl bishop officer detective det insp inspector',
  roles:
    'speaker president chair chairman chairwoman chairperson chairlady secretary minister moderator host cohost operator interviewer ' +
    'interviewee reporter journalist narrator announcer anchor clerk court witness deponent prosecutor counsel solicitor attorney judge ' +
    'defendant plaintiff videographer interpreter translator mayor commissioner administrator director convener deputy vice acting ' +
    'leader leas whip member caller caller audience participant analyst ceo cfo coo cto doctor nurse patient teacher student coach facilitator ' +
    'spokesperson spokesman spokeswoman ambassador prime attorney-general treasurer premier marshal bailiff magistrate recorder juror ' +
    'official officials chancellor governor sheriff ' +
    'foreperson appellant respondent officer guest producer presiding councilmember councilwoman councilman councillor councilor alderman ' +
    'supervisor trustee selectman ombudsman vice-chair',
  voices:
    'q a question answer questioner speaker unknown unidentified male female man woman voice voices participant interviewer interviewee ' +
    'reporter journalist person caller audience respondent inaudible all several many crowd multiple spk s guest student patient user client ' +
    'agent customer host member members hon woman narrator some',
  documents:
    'date time note notes agenda motion exhibit exhibits subject title topic summary abstract introduction background conclusion source ' +
    'location venue duration file page pages chapter section part table figure appendix index contents list item items attendees attendance ' +
    'present absent apologies action actions minutes meeting hearing session interview transcript transcribed recorded recording copyright ' +
    'version status author authors editor published updated url http https www email phone tel fax address key legend participants speakers ' +
    'warning error info debug warn trace fatal log critical notice installation install usage options option example examples license requirements ' +
    'ingredients method serves servings preparation prep tip tips step steps directions yield total cost price result results answer ' +
    'reason problem solution update correction re cc from to bcc subject attachment attachments line bottom point points question questions ' +
    'first second third finally remarks prepared opening closing statement statements testimony materials submitted record witnesses ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday ' +
    'saturday sunday a.m p.m ps nb ie eg etc faq license name type id default value description features overview goal goals objective ' +
    'objectives scope data method methods discussion references bibliography amendment bill act clause resolution report volume issue ' +
    'headquarters contact website phone job role requirements budget deadline priority decision decisions next ayes noes yeas nays ' +
    'speaking languages language theme keywords tags category categories music applause laughter int ext fade cut scene act',
  functions:
    'i you he she it we they me him her us them my your his its our their this that these those there here who what when where why how which ' +
    'is are was were be been being am do does did done have has had will would can could shall should may might must not no yes if so but ' +
    'because or nor as than then now just only also too very well about into over after before while with without within from by at in on ' +
    'said says say ask asked asks let look listen remember however therefore again thanks thank okay ok yeah right sure please ' +
    'one two three another each every any some all both more most much many such like',
  particles:
    'of the and for to pro tempore tem von van de del della di da der den du la le bin al el ibn zu dos das af st y e und et on in at à',
};

const deSpeech: SpeechWords = {
  honorifics:
    'herr frau dr prof sts vors abg abgeordneter abgeordnete freiherr graf staatsminister staatssekretar bundesminister bundesministerin ' +
    'minister ministerin prasident prasidentin vizeprasident vizeprasidentin alterspräsident bundeskanzler bundeskanzlerin parl',
  roles:
    'prasident prasidentin vizeprasident vizeprasidentin vorsitzender vorsitzende minister ministerin bundesminister bundesministerin ' +
    'bundeskanzler bundeskanzlerin kanzler kanzlerin staatssekretar staatssekretarin staatsminister staatsministerin senator senatorin ' +
    'moderator moderatorin interviewer interviewerin sprecher sprecherin zeuge zeugin richter richterin staatsanwalt verteidiger ' +
    'berichterstatter berichterstatterin schriftfuhrer burgermeister burgermeisterin alterspräsident landrat reporter reporterin redaktion ' +
    'direktor direktorin geschaftsfuhrer geschaftsfuhrerin sachverstandiger sachverstandige ministerprasident ministerprasidentin ' +
    'oberburgermeister oberburgermeisterin regierungssprecher regierungssprecherin',
  voices:
    'frage antwort sprecher sprecherin stimme unbekannt zuruf zurufe person teilnehmer teilnehmerin mann frau f',
  documents:
    'datum ort zeit uhrzeit quelle hinweis beispiel beispiele anlage anlagen tagesordnung tagesordnungspunkt protokoll beginn ende seite ' +
    'kapitel abschnitt inhalt thema titel zutaten zubereitung drucksache berichterstattung uberweisungsvorschlag uberweisung ausschuss ' +
    'beschlussempfehlung antrag gesetzentwurf anwesend abwesend entschuldigt zusatzpunkt zusatzpunkte federfuhrung beratung erste zweite ' +
    'dritte montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz april mai juni juli august september oktober ' +
    'november dezember vielen dank erstens zweitens drittens fazit ergebnis folge grund problem losung frage zum zur betreff dauer stand ' +
    'einzelplan abstimmung beifall heiterkeit lachen zuruf unruhe tipp schritt vorbereitung sitzung',
  functions:
    'ich du er sie es wir ihr mich mir dich dir uns euch ihm ihnen mein dein sein unser euer das dies diese dieser dieses wer was wann wo ' +
    'warum wie ist sind war waren wird werden hat haben hatte kann konnen muss soll will nicht kein keine ja nein wenn aber oder denn weil ' +
    'dass also auch nur noch schon sehr mehr so da dort hier jetzt nun dann einmal eine einen einem einer ein im vom beim als bei mit nach aus ' +
    'auf an sagt sagte bitte danke abschaffung',
  particles: 'von van der die das des dem den zu zum zur und fur im am vom',
};

const frSpeech: SpeechWords = {
  honorifics:
    'm mme mlle mm messieurs mesdames monsieur madame maitre me docteur dr pr professeur general colonel capitaine',
  roles:
    'president presidente vice-president vice-presidente ministre rapporteur rapporteure secretaire depute deputee senateur senatrice ' +
    'garde animateur animatrice journaliste intervieweur intervieweuse juge procureur avocat temoin greffier maire questeur premier premiere ' +
    'greffiere directeur directrice delegue deleguee prefet prefete porte-parole commissaire conseiller conseillere presentateur presentatrice',
  voices:
    'question reponse locuteur locutrice intervenant intervenante voix inconnu inconnue journaliste q r homme femme',
  documents:
    'date lieu heure source note remarque exemple annexe ordre seance article amendement chapitre page titre sujet ingredients preparation ' +
    'etape conclusion resume conseil astuce presents absents excuses janvier fevrier mars avril mai juin juillet aout septembre octobre ' +
    'novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche applaudissements rires exclamations',
  functions:
    'je tu il elle on nous vous ils elles me te se moi toi lui leur ce cela ca cette ces mon ton son notre votre qui que quoi dont ou quand ' +
    'comment pourquoi est sont etait etaient sera ont avait fait peut doit ne pas plus non oui si mais donc or ni car alors aussi tres bien ' +
    'voila voici ainsi encore deja ici merci dit disait avec sans sous pour par dans sur en un une des',
  particles: 'de du des la le les l d et a au aux',
};

const esSpeech: SpeechWords = {
  honorifics:
    'sr sra srta don dona senor senora senores dr dra d dip diputado diputada licenciado lic ing',
  roles:
    'presidente presidenta vicepresidente vicepresidenta ministro ministra secretario secretaria alcalde alcaldesa moderador moderadora ' +
    'entrevistador entrevistadora entrevistado juez jueza fiscal abogado abogada testigo portavoz periodista locutor locutora senador senadora interlocutor interlocutora ' +
    'director directora diputado diputada concejal concejala consejero consejera delegado delegada gobernador gobernadora canciller',
  voices: 'pregunta respuesta p r voz hablante desconocido hombre mujer interlocutor periodista',
  documents:
    'fecha lugar hora fuente nota ejemplo anexo orden pagina titulo tema ingredientes preparacion paso conclusion resumen consejo presentes ' +
    'ausentes enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes ' +
    'sabado domingo aplausos risas',
  functions:
    'yo tu el ella nosotros vosotros ellos ellas usted ustedes me te se nos lo les esto eso este esta ese esa mi su nuestro que quien cuando donde ' +
    'como porque es son era eran fue sera ha han hay puede debe no si pero o ni entonces tambien muy bien aqui ahora gracias dijo dice con sin por para en ' +
    'un una unos unas',
  particles: 'de del la las los el y e',
};

const itSpeech: SpeechWords = {
  honorifics:
    'sig sigra signor signora signore dott dottssa dottor dottoressa on onorevole prof avv ing',
  roles:
    'presidente vicepresidente ministro ministra relatore relatrice sindaco sindaca moderatore moderatrice intervistatore intervistatrice ' +
    'intervistato giudice avvocato testimone conduttore conduttrice giornalista segretario segretaria ' +
    'direttore direttrice prefetto prefetta viceprefetto viceministro viceministra sottosegretario sottosegretaria commissario commissaria ' +
    'ispettore procuratore procuratrice consigliere consigliera assessore assessora deputato deputata senatore senatrice rappresentante ' +
    'portavoce amministratore amministratrice responsabile coordinatore coordinatrice comandante',
  voices: 'domanda risposta d r voce sconosciuto uomo donna giornalista',
  documents:
    'data luogo ora fonte nota esempio allegato ordine pagina titolo tema ingredienti preparazione passo conclusione riassunto presenti assenti ' +
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedi martedi mercoledi giovedi venerdi ' +
    'sabato domenica applausi',
  functions:
    'io tu lui lei noi voi loro mi ti si ci vi questo quello questa quella mio tuo suo nostro vostro che chi quando dove come perche e sono era ' +
    'erano ha hanno puo deve non no ma o allora anche molto bene qui ora grazie disse dice con senza per in su un una uno',
  particles: 'di del della dei delle degli da dal il la lo gli le i e',
};

const ptSpeech: SpeechWords = {
  honorifics:
    'sr sra srs dr dra dom dona senhor senhora deputado deputada senador senadora exmo exma',
  roles:
    'presidente presidenta vice-presidente ministro ministra relator relatora secretario secretaria prefeito prefeita moderador moderadora ' +
    'entrevistador entrevistadora entrevistado juiz juiza advogado advogada testemunha apresentador apresentadora jornalista orador oradora ' +
    'diretor diretora governador governadora vereador vereadora porta-voz',
  voices: 'pergunta resposta p r voz desconhecido homem mulher jornalista',
  documents:
    'data local hora fonte nota exemplo anexo ordem pagina titulo tema ingredientes preparo modo passo conclusao resumo presentes ausentes ' +
    'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro aplausos risos',
  functions:
    'eu tu ele ela nos vos eles elas voce voces me te se lhe isto isso este esta esse essa meu seu nosso que quem quando onde como porque e sao era ' +
    'eram foi tem ha pode deve nao sim mas ou entao tambem muito bem aqui agora obrigado obrigada disse diz com sem por para em um uma',
  particles: 'de do da dos das e o a os as',
};

const nlSpeech: SpeechWords = {
  honorifics: 'de heer mevrouw mevr dhr dr drs mr ir prof meneer minister staatssecretaris',
  roles:
    'voorzitter minister staatssecretaris burgemeester wethouder griffier interviewer moderator presentator presentatrice rechter advocaat ' +
    'getuige officier verslaggever secretaris directeur woordvoerder woordvoerster deskundige',
  voices: 'vraag antwoord spreker stem onbekend man vrouw interviewer',
  documents:
    'datum plaats tijd bron noot voorbeeld bijlage agenda pagina titel onderwerp ingredienten bereiding stap conclusie samenvatting aanwezig ' +
    'afwezig januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag ' +
    'vrijdag zaterdag zondag applaus',
  functions:
    'ik jij je hij zij ze het wij we jullie u mij hem haar ons hen dit dat deze die mijn jouw zijn hun wie wat wanneer waar waarom hoe is ' +
    'was waren wordt heeft hebben kan moet zal niet geen ja nee als maar of want omdat dus ook nog al zeer hier nu dan dank zei zegt met zonder ' +
    'voor door in op een',
  particles: 'van de der den het ten ter en te',
};

const plSpeech: SpeechWords = {
  honorifics: 'pan pani prof dr ks gen poseł posłanka senator minister',
  roles:
    'przewodniczacy przewodniczaca marszałek wicemarszałek minister poseł posłanka senator prezes prezydent premier sekretarz prowadzacy ' +
    'prowadzaca sedzia swiadek prokurator burmistrz dyrektor rzecznik dziennikarz dziennikarka moderator',
  voices: 'pytanie odpowiedz głos nieznany dziennikarz',
  documents:
    'data miejsce godzina zrodło uwaga przykład załacznik porzadek strona tytuł temat składniki przygotowanie wniosek oklaski',
  functions:
    'ja ty on ona my wy oni to ten ta jest sa był była nie tak ale lub bo kto co kiedy gdzie jak dlaczego i w na z do za dziekuje',
  particles: 'i z de von',
};

const ruSpeech: SpeechWords = {
  honorifics: 'г г-н г-жа господин госпожа проф др',
  roles:
    'председатель председательствующий председательствующая президент министр депутат сенатор секретарь ведущий ведущая судья свидетель ' +
    'прокурор адвокат мэр губернатор директор корреспондент журналист ' +
    'модератор интервьюер руководитель начальник помощник уполномоченныи пресс-секретарь',
  voices: 'вопрос ответ голос неизвестныи журналист корреспондент',
  documents:
    'дата место время источник примечание пример приложение повестка страница тема ингредиенты приготовление вывод аплодисменты',
  functions:
    'я ты он она мы вы они это этот эта не нет да но или потому кто что когда где как почему и в на с по из к для спасибо',
  particles: 'и фон де',
};

const ukSpeech: SpeechWords = {
  honorifics: 'пан пані панове проф др',
  roles:
    'голова головуючий головуюча президент міністр депутат секретар ведучий ведуча суддя свідок прокурор адвокат мер губернатор директор кореспондент журналіст',
  voices: 'питання відповідь голос невідомий журналіст кореспондент',
  documents:
    'дата місце час джерело примітка приклад додаток порядок сторінка тема інгредієнти висновок оплески',
  functions:
    'я ти він вона ми ви вони це цей ця не ні так але або бо хто що коли де як чому і в на з до для дякую',
  particles: 'і й та фон де',
};

/** Swedish, Danish and Norwegian: what their parliaments and papers print. */
const nordicSpeech: SpeechWords = {
  honorifics: 'herr fru froken statsradet statsrad stortingsrepresentant representanten',
  roles:
    'talmannen talman presidenten formanden formand ordforande ordforanden moteleder statsminister statsministern statsministeren ' +
    'utrikesminister finansminister justitieminister minister ministern ministeren statsradet statsrad statssekreterare saksordforer ' +
    'journalist intervjuare domare dommer vittne vidne vitne moderator programleder ordstyrer borgmester borgmastare ordforer',
  voices: 'fraga svar sporgsmal rost stemme okand ukendt ukjent fragestallare',
  documents:
    'datum dato plats sted tid kalla kilde anmarkning exempel eksempel bilaga bilag dagordning sida side rubrik emne amne narvarande til stede',
  functions:
    'jag du han hon vi ni de den det dette denna detta disse som vad vem nar hvor hvad hvem hvorfor ar var er ikke inte ingen eller men og och ' +
    'att at jeg han hun vi dem sig sin sitt vara vores deres ett til til at om pa med utan uden for fra fran nu ja nej nei tack takk tak',
  particles: 'av af von de',
};

/** One value a language. */
export const SPEECH: Readonly<Record<string, SpeechWords>> = {
  en: enSpeech,
  de: deSpeech,
  fr: frSpeech,
  es: esSpeech,
  it: itSpeech,
  pt: ptSpeech,
  nl: nlSpeech,
  pl: plSpeech,
  ru: ruSpeech,
  uk: ukSpeech,
  nordic: nordicSpeech,
};
