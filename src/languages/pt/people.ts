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
    abel adriano afonso alberto alexandre alfredo alvaro americo anibal antero antonio armando
    artur augusto bernardo bruno caetano caio carlos celso cesar cristiano daniel david dinis
    diogo duarte edgar eduardo elias ernesto estevao eugenio fabio fausto felipe fernando filipe
    francisco frederico gabriel goncalo guilherme gustavo heitor helder henrique horacio hugo
    inacio ivo jacinto jaime joao joaquim jorge jose julio leonardo leonel lourenco lucas
    luciano luis manuel marcelo marcio marco mario martim mateus mauricio miguel nicolau nuno
    octavio orlando oscar otavio patricio paulo pedro rafael raul renato ricardo roberto rodrigo
    romeu ruben rui samuel sandro sebastiao sergio silvio simao telmo tiago tomas valdemar
    valter vasco vicente vitor xavier
  `),
    she: wordSet(`
    adelaide adriana albertina alda alexandra alice amalia amelia ana andreia angela antonia
    barbara beatriz benedita bianca bruna camila carla carlota carolina catarina cecilia celia
    clara claudia cristina dalila daniela deolinda diana eduarda elisa elsa emilia esmeralda
    ester eunice eva fatima fernanda filipa filomena flavia francisca gabriela helena henriqueta
    ilda ines irene isabel isaura joana juliana leonor leticia lidia lucia lucilia luisa lurdes
    madalena mafalda manuela marcia margarida mariana marisa marlene marta matilde mercia miriam
    monica natalia natercia nazare olga olivia patricia paula raquel renata rita rosa rosalina
    sandra sara silvia simone sofia sonia susana tania tatiana teresa vanda vanessa vera
    veronica zelia
  `),
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
