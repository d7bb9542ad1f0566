/** English: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in English; folded, lower case. */
export const enPeople: PersonWords = {
  titles: {
    he: wordSet(`
    mr mister sir lord king prince father brother uncle baron count duke captain
  `),
    she: wordSet(`
    mrs ms miss mss lady dame queen princess mother sister aunt baroness countess duchess
  `),
    open: wordSet(`
    dr doctor prof professor president senator sen rep representative gov governor judge
    justice general gen colonel col major maj lieutenant lt sergeant sgt capt minister
    secretary chancellor chief chairman chairwoman chair mayor ambassador envoy officer
    detective inspector agent attorney congressman congresswoman councillor alderman deacon
    reverend rev bishop pope parson hon honourable honorable rt cllr adm admiral saint st old young little poor dear pastor
  `),
  },
  addresses: wordSet(`
    mr mister mrs ms miss mss sir lord lady dame dr lt sgt capt gen col maj prof rep sen gov
    rev hon honourable honorable rt cllr adm st old young little poor dear saint
  `),
  articles: wordSet('the a an'),
  bodyArticles: wordSet('the'),
  bodyJoins: wordSet('of'),
  particles: { opens: NO_WORDS, follows: NO_WORDS },
  declension: null,
  organisations: wordSet(`
    office ministry department university council committee company corporation inc ltd llc
    bank party group association union agency court commission institute society foundation
    government administration times post news guardian press church school college service
    authority journal house watch international music
  `),
  given: {
    he: wordSet(`
    aaron adam alan albert alec alexander alistair andrew angus anthony archie arthur austin
    barack barney barry ben benjamin bernard bernie bertie bill billy bob bobby brad bradley
    brandon brendan brett brian bruce bryan callum calvin cameron carl cedric chad charles chris
    christian christopher clarence clayton clifford clive colin connor curtis damian daniel
    darren dave david dennis derek desmond dick dominic donald doug douglas duncan dwayne dylan
    eddie edgar edmund edward edwin elliot elliott elon emmett eric ernie ethan eugene evan ewan
    felix fergus floyd frank fred freddie frederick gabriel gareth gary gavin geoff geoffrey
    george gerald gerard gilbert glenn greg gregory gus hamish harold harry harvey hector henry
    herb herbert hubert hugh ian irving isaac ivan ivor jack jacob jake james jamie jared jason
    jasper jeb jeff jeffery jeffrey jeremy jerome jerry jesse jim jimmy joe joel john johnny jon
    jonathan jordan joseph josh joshua juan julian justin kamal keir keith kelvin ken kenneth
    kenny kevin kieran kirk kyle larry lawrence leo leon leonard leroy leslie lester lionel
    lloyd logan louis luke luther malcolm marcus mark martin marvin matthew maurice max melvin
    michael miles milton mitt nathan nathaniel neal ned neil newt nicholas nick nigel noah norman
    oliver omar oscar oswald otis owen patrick paul percy perry pete peter phil philip quentin
    ralph randy raymond reginald reuben rhys richard rick ricky rob robert rod roderick rodney
    roger roland ron ronald ronnie rory roy rufus rupert russell ryan sam samuel scott sean
    sebastian seth shane sheldon sidney silas simon stan stanley stephen steve steven stuart ted
    terrence theo theodore thomas tim timothy toby todd tom tommy tony travis trevor tristan
    tyler tyrone vernon victor vince vincent walter wayne wilbur wilfred will william willie
    zach zachary
  `),
    she: wordSet(`
    abby abigail ada adele agatha agnes aileen alana alexandra alexandria alexis alice alison
    allison althea alyssa amanda amber amelia amy andrea angela anita ann anna annabel anne
    annette annie anthea antonia arlene ashley audrey barbara beatrice becky belinda bernadette
    bernice bertha bess beth bethany betty beverly bonnie brenda bridget brigid briony brittany
    candice carla carmel carol caroline carolyn carrie cassandra cassie catherine cecilia celia
    charlene charlotte charmaine chelsea cheryl chloe christina christine claire clara clare
    claudia colleen constance cora cordelia cynthia danielle daphne darlene deborah debra
    deirdre delia denise diana diane donna dora doreen doris dorothy edie edith edna effie
    eileen elaine eleanor elise eliza elizabeth ella ellen elsa elsie emilia emily emma emmeline
    enid erica erin esme esther ethel eunice eva evelyn fanny faye fiona florence frances freda
    freya gemma georgia georgina geraldine germaine gertrude gillian gina ginny glenda glenys
    gloria grace gwen gwendolyn hannah harriet heather helen henrietta hilary hilda hillary ida
    imogen ingrid irene isabella isobel ivana ivanka jackie jacqueline jane janet janice janine
    jasmine jean jeanette jeanne jemima jenna jennifer jenny jessica jill joan joanna joanne
    jocelyn jodie josephine josie joyce juanita judith judy julia julie juliet kamala karen
    karina kate kath katharine katherine kathleen kathryn kathy katie katy kayla kelly kendra
    kerry kimberly kirsten kirsty kristen kristin lara laura lauren lavinia leah leanne lena
    leona leonora lesley lila lilian lillian lily linda lisa liz lizzie lois lola loretta lorna
    lorraine louisa louise lucille lucinda lucy lydia lynda lynn lynne mabel madison maggie
    maisie mandy marcia margaret margery maria marian marianne marie marilyn marjorie marlene
    martha mary maud maude maura maureen mavis maxine meg megan melania melissa meredith
    michelle mildred millie minnie miranda moira mollie molly monica muriel myra nadia nan nancy
    naomi natalie natasha nell nellie nicole nina nora noreen norma octavia odette olivia oriel
    paige pamela patricia patsy patty pauline peggy penelope penny petra philippa phoebe phyllis
    polly priscilla rachael rachel ramona rebecca rhea rhoda rhona rhonda rita roberta robyn
    rosalie rosalind rosamund rose rosemary rosie rowena roxanne ruth sabrina sadie sally
    samantha sandra sara sarah sharon sheila shelley sheryl shirley sian sonia sonya sophia
    stephanie sue susan susannah susie suzanne sybil sylvia tabitha tamara tammy tania tanya
    tara tasha teresa tess tessa thea thelma theodora theresa tina tracy trudy ursula valerie
    vanessa vera verna victoria virginia vivian vivien wanda wendy wilma winifred yvette yvonne
    zara zelda zoe
  `),
  },
  nouns: {
    he: wordSet(`
    man boy gentleman king father son brother husband lad fellow uncle grandfather policeman
    chairman butler monk priest
  `),
    she: wordSet(`
    woman girl lady queen mother daughter sister wife widow aunt grandmother maid nurse
    chairwoman spokeswoman actress
  `),
    open: wordSet(`
    companion friend cousin visitor colleague child baby neighbour neighbor partner teacher
    doctor guide guest host servant spokesperson spokesman lawyer lawyers assistant deputy
    secretary boss chief successor predecessor parents client attorney manager strategist adviser
    advisor aide aides operative organizer organiser treasurer surrogate spokeswoman spokesmen
    counsel analyst economist consultant relatives relative family families supporters
    surrogates associates followers critics
  `),
  },
  notSpeakers: wordSet(`
    one another other others both all some many it this that everyone rest crowd voice voices
    letter statement text case day time advice answer reply question words word thing things
    idea fact way reason result eyes face look tone smile website site sign signs clip spot ad
    memo placard poster banner document documents bill law lawsuit survey study poll bias slogan
    caption page plaque notice label script
  `),
  called: {
    he: wordSet(`
    sir papa pa father dad daddy uncle grandfather grandpa brother gentlemen
  `),
    she: wordSet(`
    madam ma mamma mama mother mum mom aunt auntie grandmother grandma sister miss
  `),
  },
  callsBefore: wordSet('dear my no yes oh ah ok well'),
  headEnds: wordSet('of with in on at for from to who'),
  roleEnds: wordSet('to of for at in on from'),
  roleJoins: wordSet('and'),
  roleCompounds: [],
  roleOver: ['former', 'ex'],
};
