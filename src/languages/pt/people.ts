/** Portuguese: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

/** Titles, addresses and parts of names in Portuguese; folded, lower case. */
export const people: PersonWords = {
  titles: {
    he: listed('senhor sr'),
    she: listed('senhora sra'),
    open: listed(`
    doutor doutora professora deputado deputada vereador vereadora ministra presidenta eng
  `),
  },
  addresses: listed('senhor senhora sr sra'),
  articles: listed('o os as um uma'),
  bodyArticles: NONE,
  bodyJoins: NONE,
  particles: { opens: NONE, follows: listed('da dos') },
  declension: null,
  organisations: listed(`
    ministerio conselho camara governo partido banco universidade sociedade associacao
    sindicato agencia tribunal comissao instituto fundacao jornal
  `),
  given: {
    he: listed(`
    joao jose antonio manuel francisco pedro paulo tiago miguel rui nuno luis ricardo rafael
  `),
    she: listed('ana beatriz catarina ines joana mariana sofia fernanda luisa teresa'),
  },
  nouns: {
    he: listed('homem rapaz menino pai filho irmao marido rei padre'),
    she: listed('mulher rapariga menina mae filha irma esposa rainha'),
    open: listed(`
    porta-voz amigo amiga colega vizinho vizinha crianca professor medico advogado advogada
    chefe cliente testemunha jornalista
  `),
  },
  notSpeakers: listed(`
    outro outra outros carta declaracao texto resposta pergunta palavra palavras voz vozes
    coisa facto fato ideia olhar
  `),
  called: { he: listed('senhor pai papá tio avô'), she: listed('senhora menina mãe mamã tia avó') },
  callsBefore: listed('caro cara não sim'),
  headEnds: listed('de do da com em a por para'),
  roleEnds: listed('de do da dos para junto'),
  roleJoins: listed('e'),
  roleCompounds: [],
  roleOver: ['ex', 'antigo', 'antiga'],
};
