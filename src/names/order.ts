/**
 * Surnames that are written before the given name, as in Xi Jinping, Kim Minsu, Nguyen Van An: “Mr.
 * Xi”.
 */
export const SURNAMES_FIRST: ReadonlySet<string> = new Set(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang xi deng mao jiang xiao tian cao ' +
    'peng zeng lu su cai jia ding wei xue ye yan yu pan du dai xia zhong fang wong chan cheung leung lam kwok ng lau ' +
    'kim lee park pak choi jung jeong chung kang cho yoon jang lim han shin seo kwon hwang ahn song ryu hong moon bae ' +
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong'
  ).split(' '),
);
