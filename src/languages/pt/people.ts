/** Portuguese: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in Portuguese; folded, lower case. */
export const ptPeople: PersonWords = {
  titles: {
    he: wordSet('senhor sr'),
    she: wordSet('senhora sra'),
    open: wordSet(`
    doutor doutora professora deputado deputada vereador vereadora ministra presidenta eng
  `),
  },
  addresses: wordSet('senhor senhora sr sra'),
  articles: wordSet('o os as um uma'),
  bodyArticles: NO_WORDS,
  bodyJoins: NO_WORDS,
  particles: { opens: NO_WORDS, follows: wordSet('da dos') },
  declension: null,
  organisations: wordSet(`
    ministerio conselho camara governo partido banco universidade sociedade associacao
    sindicato agencia tribunal comissao instituto fundacao jornal
  `),
  given: {
    he: wordSet(`
    joao jose antonio manuel francisco pedro paulo tiago miguel rui nuno luis ricardo rafael
  `),
    she: wordSet('ana beatriz catarina ines joana mariana sofia fernanda luisa teresa'),
  },
  nouns: {
    he: wordSet('homem rapaz menino pai filho irmao marido rei padre'),
    she: wordSet('mulher rapariga menina mae filha irma esposa rainha'),
    open: wordSet(`
    porta-voz amigo amiga colega vizinho vizinha crianca professor medico advogado advogada
    chefe cliente testemunha jornalista
  `),
  },
  notSpeakers: wordSet(`
    outro outra outros carta declaracao texto resposta pergunta palavra palavras voz vozes
    coisa facto fato ideia olhar
  `),
  called: {
    he: wordSet('senhor pai papá tio avô'),
    she: wordSet('senhora menina mãe mamã tia avó'),
  },
  callsBefore: wordSet('caro cara não sim'),
  headEnds: wordSet('de do da com em a por para'),
  roleEnds: wordSet('de do da dos para junto'),
  roleJoins: wordSet('e'),
  roleCompounds: [],
  roleOver: ['ex', 'antigo', 'antiga'],
};
