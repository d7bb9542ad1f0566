/**
 * Announcing words of French: each lemma with the forms that stand in text; “…” skips a few words.
 */
import type { CueWords } from '../parts.ts';

/** Words that announce speech in French, with the forms in which they occur. */
export const frCues: CueWords = {
  verbs: {
    'affirmer':
      'affirmer, affirme, affirment, affirma, affirmèrent, affirmait, affirmaient, affirmé, affirmée, affirmant, affirmera, ' +
      'affirmerait',
    'déclarer':
      'déclarer, déclare, déclarent, déclara, déclarèrent, déclarait, déclaraient, déclaré, déclarée, déclarant, ' +
      'déclarera, déclarerait',
    'annoncer':
      'annoncer, annonce, annoncent, annonça, annoncèrent, annonçait, annonçaient, annoncé, annoncée, annonçant, annoncera, ' +
      'annoncerait',
    'expliquer':
      'expliquer, explique, expliquent, expliqua, expliquèrent, expliquait, expliquaient, expliqué, expliquée, expliquant, ' +
      'expliquera, expliquerait',
    'ajouter':
      'ajouter, ajoute, ajoutent, ajouta, ajoutèrent, ajoutait, ajoutaient, ajouté, ajoutée, ajoutant, ajoutera, ajouterait',
    'préciser':
      'préciser, précise, précisent, précisa, précisèrent, précisait, précisaient, précisé, précisée, précisant, ' +
      'précisera, préciserait',
    'souligner':
      'souligner, souligne, soulignent, souligna, soulignèrent, soulignait, soulignaient, souligné, soulignée, soulignant, ' +
      'soulignera, soulignerait',
    'noter':
      'noter, note, notent, nota, notèrent, notait, notaient, noté, notée, notant, notera, noterait',
    'remarquer':
      'remarquer, remarque, remarquent, remarqua, remarquèrent, remarquait, remarquaient, remarqué, remarquée, remarquant, ' +
      'remarquera, remarquerait',
    'observer':
      'observer, observe, observent, observa, observèrent, observait, observaient, observé, observée, observant, observera, ' +
      'observerait',
    'raconter':
      'raconter, raconte, racontent, raconta, racontèrent, racontait, racontaient, raconté, racontée, racontant, racontera, ' +
      'raconterait',
    'rapporter':
      'rapporter, rapporte, rapportent, rapporta, rapportèrent, rapportait, rapportaient, rapporté, rapportée, rapportant, ' +
      'rapportera, rapporterait',
    'demander':
      'demander, demande, demandent, demanda, demandèrent, demandait, demandaient, demandé, demandée, demandant, demandera, ' +
      'demanderait',
    'interroger':
      'interroger, interroge, interrogent, interrogea, interrogèrent, interrogeait, interrogeaient, interrogé, ' +
      'interrogée, interrogeant, interrogera, interrogerait',
    'rétorquer':
      'rétorquer, rétorque, rétorquent, rétorqua, rétorquèrent, rétorquait, rétorquaient, rétorqué, rétorquée, ' +
      'rétorquant, rétorquera, rétorquerait',
    'répliquer':
      'répliquer, réplique, répliquent, répliqua, répliquèrent, répliquait, répliquaient, répliqué, répliquée, ' +
      'répliquant, répliquera, répliquerait',
    'assurer':
      'assurer, assure, assurent, assura, assurèrent, assurait, assuraient, assuré, assurée, assurant, assurera, assurerait',
    'confirmer':
      'confirmer, confirme, confirment, confirma, confirmèrent, confirmait, confirmaient, confirmé, confirmée, confirmant, ' +
      'confirmera, confirmerait',
    'indiquer':
      'indiquer, indique, indiquent, indiqua, indiquèrent, indiquait, indiquaient, indiqué, indiquée, indiquant, indiquera, ' +
      'indiquerait',
    'continuer':
      'continuer, continue, continuent, continua, continuèrent, continuait, continuaient, continué, continuée, continuant, ' +
      'continuera, continuerait',
    'lancer':
      'lancer, lance, lancent, lança, lancèrent, lançait, lançaient, lancé, lancée, lançant, lancera, lancerait',
    'crier':
      'crier, crie, crient, cria, crièrent, criait, criaient, crié, criée, criant, criera, crierait',
    'hurler':
      'hurler, hurle, hurlent, hurla, hurlèrent, hurlait, hurlaient, hurlé, hurlée, hurlant, hurlera, hurlerait',
    'murmurer':
      'murmurer, murmure, murmurent, murmura, murmurèrent, murmurait, murmuraient, murmuré, murmurée, murmurant, murmurera, ' +
      'murmurerait',
    'chuchoter':
      'chuchoter, chuchote, chuchotent, chuchota, chuchotèrent, chuchotait, chuchotaient, chuchoté, chuchotée, chuchotant, ' +
      'chuchotera, chuchoterait',
    'soupirer':
      'soupirer, soupire, soupirent, soupira, soupirèrent, soupirait, soupiraient, soupiré, soupirée, soupirant, soupirera, ' +
      'soupirerait',
    'grommeler':
      'grommeler, grommele, grommelent, grommela, grommelèrent, grommelait, grommelaient, grommelé, grommelée, grommelant, ' +
      'grommelera, grommelerait',
    'bougonner':
      'bougonner, bougonne, bougonnent, bougonna, bougonnèrent, bougonnait, bougonnaient, bougonné, bougonnée, bougonnant, ' +
      'bougonnera, bougonnerait',
    'balbutier':
      'balbutier, balbutie, balbutient, balbutia, balbutièrent, balbutiait, balbutiaient, balbutié, balbutiée, balbutiant, ' +
      'balbutiera, balbutierait',
    'bégayer':
      'bégayer, bégaye, bégayent, bégaya, bégayèrent, bégayait, bégayaient, bégayé, bégayée, bégayant, bégayera, bégayerait',
    'protester':
      'protester, proteste, protestent, protesta, protestèrent, protestait, protestaient, protesté, protestée, protestant, ' +
      'protestera, protesterait',
    'objecter':
      'objecter, objecte, objectent, objecta, objectèrent, objectait, objectaient, objecté, objectée, objectant, objectera, ' +
      'objecterait',
    'insister':
      'insister, insiste, insistent, insista, insistèrent, insistait, insistaient, insisté, insistée, insistant, insistera, ' +
      'insisterait',
    'déplorer':
      'déplorer, déplore, déplorent, déplora, déplorèrent, déplorait, déploraient, déploré, déplorée, déplorant, ' +
      'déplorera, déplorerait',
    'dénoncer':
      'dénoncer, dénonce, dénoncent, dénonça, dénoncèrent, dénonçait, dénonçaient, dénoncé, dénoncée, dénonçant, ' +
      'dénoncera, dénoncerait',
    'critiquer':
      'critiquer, critique, critiquent, critiqua, critiquèrent, critiquait, critiquaient, critiqué, critiquée, critiquant, ' +
      'critiquera, critiquerait',
    'regretter':
      'regretter, regrette, regrettent, regretta, regrettèrent, regrettait, regrettaient, regretté, regrettée, regrettant, ' +
      'regrettera, regretterait',
    'rassurer':
      'rassurer, rassure, rassurent, rassura, rassurèrent, rassurait, rassuraient, rassuré, rassurée, rassurant, rassurera, ' +
      'rassurerait',
    'avouer':
      'avouer, avoue, avouent, avoua, avouèrent, avouait, avouaient, avoué, avouée, avouant, avouera, avouerait',
    'clamer':
      'clamer, clame, clament, clama, clamèrent, clamait, clamaient, clamé, clamée, clamant, clamera, clamerait',
    'proclamer':
      'proclamer, proclame, proclament, proclama, proclamèrent, proclamait, proclamaient, proclamé, proclamée, proclamant, ' +
      'proclamera, proclamerait',
    'marteler':
      'marteler, martele, martelent, martela, martelèrent, martelait, martelaient, martelé, martelée, martelant, martelera, ' +
      'martelerait',
    'ironiser':
      'ironiser, ironise, ironisent, ironisa, ironisèrent, ironisait, ironisaient, ironisé, ironisée, ironisant, ironisera, ' +
      'ironiserait',
    'plaisanter':
      'plaisanter, plaisante, plaisantent, plaisanta, plaisantèrent, plaisantait, plaisantaient, plaisanté, plaisantée, ' +
      'plaisantant, plaisantera, plaisanterait',
    'argumenter':
      'argumenter, argumente, argumentent, argumenta, argumentèrent, argumentait, argumentaient, argumenté, argumentée, ' +
      'argumentant, argumentera, argumenterait',
    'avancer':
      'avancer, avance, avancent, avança, avancèrent, avançait, avançaient, avancé, avancée, avançant, avancera, avancerait',
    'estimer':
      'estimer, estime, estiment, estima, estimèrent, estimait, estimaient, estimé, estimée, estimant, estimera, estimerait',
    'supplier':
      'supplier, supplie, supplient, supplia, supplièrent, suppliait, suppliaient, supplié, suppliée, suppliant, suppliera, ' +
      'supplierait',
    'ordonner':
      'ordonner, ordonne, ordonnent, ordonna, ordonnèrent, ordonnait, ordonnaient, ordonné, ordonnée, ordonnant, ordonnera, ' +
      'ordonnerait',
    'conseiller':
      'conseiller, conseille, conseillent, conseilla, conseillèrent, conseillait, conseillaient, conseillé, conseillée, ' +
      'conseillant, conseillera, conseillerait',
    'témoigner':
      'témoigner, témoigne, témoignent, témoigna, témoignèrent, témoignait, témoignaient, témoigné, témoignée, ' +
      'témoignant, témoignera, témoignerait',
    'rappeler': 'rappeler, rappelle, rappellent, rappela, rappelait, rappelé',
    'exclamer':
      'exclamer, exclame, exclament, exclama, exclamèrent, exclamait, exclamaient, exclamé, exclamée, exclamant, exclamera, ' +
      'exclamerait',
    'écrier':
      'écrier, écrie, écrient, écria, écrièrent, écriait, écriaient, écrié, écriée, écriant, écriera, écrierait',
    'articuler':
      'articuler, articule, articulent, articula, articulèrent, articulait, articulaient, articulé, articulée, articulant, ' +
      'articulera, articulerait',
    'hasarder':
      'hasarder, hasarde, hasardent, hasarda, hasardèrent, hasardait, hasardaient, hasardé, hasardée, hasardant, hasardera, ' +
      'hasarderait',
    'interpeller':
      'interpeller, interpelle, interpellent, interpella, interpellèrent, interpellait, interpellaient, interpellé, ' +
      'interpellée, interpellant, interpellera, interpellerait',
    'questionner':
      'questionner, questionne, questionnent, questionna, questionnèrent, questionnait, questionnaient, questionné, ' +
      'questionnée, questionnant, questionnera, questionnerait',
    'marmotter':
      'marmotter, marmotte, marmottent, marmotta, marmottèrent, marmottait, marmottaient, marmotté, marmottée, marmottant, ' +
      'marmottera, marmotterait',
    'sangloter':
      'sangloter, sanglote, sanglotent, sanglota, sanglotèrent, sanglotait, sanglotaient, sangloté, sanglotée, sanglotant, ' +
      'sanglotera, sangloterait',
    'dicter':
      'dicter, dicte, dictent, dicta, dictèrent, dictait, dictaient, dicté, dictée, dictant, dictera, dicterait',
    'dire':
      'dire, dit, disent, dis, disait, disais, disaient, dite, dites, disant, dira, dirait, dirent, dîmes',
    'répondre':
      'répondre, répond, répondent, répondit, répondirent, répondait, répondu, répondis, répondant',
    'reprendre': 'reprend, reprit, reprirent, reprenait, repris',
    'poursuivre': 'poursuit, poursuivit, poursuivait, poursuivi',
    'écrire': 'écrit, écrivit, écrivait, écrivent, écrire',
    'soutenir': 'soutient, soutint, soutenait, soutenu',
    'maintenir': 'maintient, maintint, maintenait',
    'reconnaître': 'reconnaît, reconnait, reconnut, reconnaissait, reconnu',
    'conclure': 'conclut, conclure, concluait, conclu',
    'gémir': 'gémit, gémissait',
    'admettre': 'admet, admit, admettait, admis',
    'promettre': 'promet, promit, promettait, promis',
    'prévenir': 'prévient, prévint, prévenait, prévenu',
    'avertir': 'avertit, avertissait, averti',
    'interrompre': 'interrompit, interrompt, interrompait',
    'convenir': 'convint, convient',
    'renchérir': 'renchérit, renchérissait',
    'résumer': 'résume, résuma, résumait',
    'gronder': 'gronda, grondait, gronde',
    'rugir': 'rugit',
    'dire de nouveau': 'redit, redisait',
    'répéter': 'répéter, répète, répéta, répétait, répétaient, répété',
    'révéler': 'révèle, révéla, révélé',
    'suggérer': 'suggère, suggéra, suggérait',
    'tweeter': 'tweete, tweeté, a tweeté',
    's’écrier': 'écria, écriait, écrie, écriai, écrièrent, écrié',
    's’exclamer':
      'exclamer, exclame, exclament, exclama, exclamèrent, exclamait, exclamaient, exclamé, exclamée, exclamant, ' +
      'exclamera, exclamerait',
  },
  weak: {
    appeler: 'appelle, appela, appelait, appelé, appelée',
    qualifier: 'qualifie, qualifia, qualifiait, qualifié',
    nommer: 'nomme, nomma, nommé, nommée',
    surnommer: 'surnommé, surnommée, surnomme',
    penser: 'pense, pensa, pensait, pensé',
    songer: 'songea, songeait',
    croire: 'croit, crut, croyait',
    parler: 'parle, parla, parlait, parlé',
    sourire: 'sourit, souriait',
    rire: 'riait, rit',
    décrire: 'décrit, décrivit, décrivait',
    intituler: 'intitule, intitulé, intitulée',
    traiter: 'traite, traita, traité',
    évoquer: 'évoque, évoqua, évoquait, évoqué',
    juger:
      'juger, juge, jugent, jugea, jugèrent, jugeait, jugeaient, jugé, jugée, jugeant, jugera, jugerait',
    commencer:
      'commencer, commence, commencent, commença, commencèrent, commençait, commençaient, commencé, commencée, commençant, ' +
      'commencera, commencerait',
    hésiter:
      'hésiter, hésite, hésitent, hésita, hésitèrent, hésitait, hésitaient, hésité, hésitée, hésitant, hésitera, hésiterait',
    faire: 'fit, fis, firent',
    considérer: 'considère',
    opposer: 'opposa',
    apprendre: 'apprit',
    espérer: 'espère',
    saluer:
      'saluer, salue, saluent, salua, saluèrent, saluait, saluaient, salué, saluée, saluant, saluera, saluerait',
  },
  source:
    'selon, d’après, aux dires de, au dire de, pour reprendre les mots de, aux yeux de, citant',
  afterMark: '',
  afterMarkBefore: '',
  negators: 'pas, jamais, sans, nie, nié, nia',
  negatorsAfter: 'pas, jamais, point',
  between: 'a, ai, avait, avoir, eu, il, elle, jamais',
};
