/** Dutch: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in Dutch; folded, lower case. */
export const nlPeople: PersonWords = {
  titles: {
    he: wordSet('meneer dhr heer'),
    she: wordSet('mevrouw mevr mejuffrouw'),
    open: wordSet(`
    drs ir burgemeester wethouder minister staatssecretaris voorzitter hoogleraar kamerlid
  `),
  },
  addresses: wordSet('meneer heer mevrouw dhr mevr mejuffrouw'),
  articles: wordSet('de het een'),
  bodyArticles: wordSet('het'),
  bodyJoins: NO_WORDS,
  particles: { opens: wordSet('van'), follows: wordSet('der den ter') },
  declension: null,
  organisations: wordSet(`
    ministerie gemeente raad bond vereniging partij vakbond universiteit maatschappij bedrijf
    stichting commissie rechtbank regering krant dienst
  `),
  given: {
    he: wordSet(`
    aad abel adriaan albert alfons anton arend arie arjan arnoud barend bart bas ben berend bert
    bram christiaan coen cornelis daan dick dirk edwin eelco egbert emiel erik evert ewoud
    ferdinand flip floris frans frederik frits geert gerard gerben gerrit gijs govert guus hans
    harm harmen hendrik henk herman hessel hugo huib ivo jaap jacco jacob jacques jan jelle
    jelmer jeroen jesse jochem joep johan joop joost joris jos jurgen karel kees klaas koen koos
    lambert lars leendert lieven luuk maarten marcel mark marnix marten martijn mathijs matthijs
    menno michiel niels olivier otto pascal pepijn peter piet pieter quinten reinier remco rene
    rik rob robbert roel roeland rogier ronald rutger ruud sander siebe siem sietse sjoerd
    stefan steven sybren teun theo theun thijmen thijs thomas tijmen tijs tim tjeerd tobias
    wessel wiebe willem wim wouter yannick
  `),
    she: wordSet(`
    aafke aaltje adriana agnes aleida alida alie angelique anja anke anneke annelies annemarie
    annet annette anouk ans antoinette astrid barbara bea beatrijs birgit brechtje carla
    carolien caroline catharina chantal charlotte claudia conny corrie daniela daphne denise
    diana dieuwke dineke dorien eefje eline elisabeth elise ellen elly els elsbeth emma erica
    esmee esther eva evelien fatima femke fenna floortje geertje geertruida gerda greet greta
    hanna hanneke hannie heleen helena helma henriette hetty hilda hilde ilse ineke inge ingrid
    irma isabel jacqueline janneke janny jantine jeanne jeannette jet joke jolanda josien judith
    juliette karin karlijn katja katrien kim klaartje laura leonie lidwien lieke lien lies
    liesbeth linda lisa loes lotje lotte louise lucia maaike maartje machteld marga margriet
    marianne marieke marijke marijn marike mariska marit marja marjan marjolein marleen marloes
    martine mathilde meike mieke miep mila miranda mirjam monique myrthe nadine natasja neeltje
    nelleke nicole nienke noor noortje olga patricia paula paulien petra renate renske rianne
    riet roos rosa sabine sandra sanne sara saskia sietske simone sofie sonja sophie stien
    suzanne sylvia tanja tessa thea tineke titia tonny trees trijntje trudy truus vera wendy
    wies willemijn willy wilma yvonne
  `),
  },
  nouns: {
    he: wordSet('man jongen vader zoon broer echtgenoot koning priester'),
    she: wordSet('vrouw meisje moeder dochter zus echtgenote koningin woordvoerster'),
    open: wordSet(`
    woordvoerder vriend vriendin collega buurman buurvrouw kind leraar arts advocaat baas
    opvolger voorganger getuige journalist
  `),
  },
  notSpeakers: wordSet(`
    ander andere anderen brief verklaring tekst antwoord vraag woord woorden stem stemmen
    ding feit idee blik
  `),
  called: {
    he: wordSet('meneer vader papa oom opa'),
    she: wordSet('mevrouw moeder mama tante oma'),
  },
  callsBefore: wordSet('nee beste lieve ja'),
  headEnds: wordSet('van met in op voor uit'),
  roleEnds: wordSet('van voor bij der'),
  roleJoins: NO_WORDS,
  roleCompounds: [],
  roleOver: ['voormalig', 'ex'],
};
