/** Content negotiation (RFC 9110, 12.5.1). */

interface Wish {
  readonly type: string;
  readonly subtype: string;
  readonly weight: number;
}

/**
 * Index of the offer that an `Accept` header likes best. Among equals the one that it names more exactly wins, then the first; 0 also
 * where nothing fits, since a page is better than a refusal (12.4.1).
 * @param offers media types without parameters
 */
export function bestOf(header: string | undefined, offers: readonly string[]): number {
  const wishes = wishesIn(header ?? '*/*');
  const scores = offers.map((offer) => scoreOf(offer, wishes));
  const best = scores.reduce((a, b) => (b.weight > a.weight || (b.weight === a.weight && b.exactness > a.exactness) ? b : a));
  return best.weight === 0 ? 0 : scores.indexOf(best);
}

function wishesIn(header: string): readonly Wish[] {
  return header.split(',').flatMap((part) => {
    const [, type, subtype, parameters] = /^\s*([^\s/;]+)\/([^\s/;]+)\s*(;.*)?$/u.exec(part) ?? [];
    if (type === undefined || subtype === undefined) return [];
    const [, weight] = /;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)/iu.exec(parameters ?? '') ?? [];
    return [{ type: type.toLowerCase(), subtype: subtype.toLowerCase(), weight: Math.min(1, Number(weight ?? 1)) }];
  });
}

/** The weight of the most exact wish that fits. */
function scoreOf(offer: string, wishes: readonly Wish[]): { readonly weight: number; readonly exactness: number } {
  const [type, subtype] = offer.split('/');
  const fitting = wishes.flatMap((wish) => {
    if (wish.type === type && wish.subtype === subtype) return [{ weight: wish.weight, exactness: 2 }];
    if (wish.subtype !== '*' || (wish.type !== type && wish.type !== '*')) return [];
    return [{ weight: wish.weight, exactness: wish.type === '*' ? 0 : 1 }];
  });
  return fitting.reduce((a, b) => (b.exactness > a.exactness ? b : a), { weight: 0, exactness: -1 });
}
