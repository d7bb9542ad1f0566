/**
 * Smooth functions of many variables brought to their minimum: L-BFGS (Nocedal & Wright, Numerical
 * Optimization, algorithm 7.5).
 */

export interface Objective {
  readonly value: number;
  readonly gradient: Float64Array<ArrayBuffer>;
}

const MEMORY = 8;
const STEPS = 300;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
type Vector = Float64Array<ArrayBuffer>;

const plus = (a: Vector, b: Vector, times: number): Vector => a.map((x, i) => x + times * b[i]!);

/**
 * @returns the point where the gradient has all but vanished, or where no step helps any more;
 * deterministic
 */
export function minimise(objective: (at: Vector) => Objective, start: Vector): Vector {
  let at = start;
  let here = objective(at);
  const steps: { readonly s: Vector; readonly y: Vector; readonly rho: number }[] = [];
  for (let i = 0; i < STEPS && Math.sqrt(dot(here.gradient, here.gradient)) > 1e-6; i++) {
    const direction = descent(here.gradient, steps);
    const next = search(objective, at, here, direction);
    if (!next) break;
    const s = plus(next.at, at, -1);
    const y = plus(next.objective.gradient, here.gradient, -1);
    if (dot(s, y) > 1e-12) steps.push({ s, y, rho: 1 / dot(s, y) });
    else steps.length = 0;
    if (steps.length > MEMORY) steps.shift();
    ({ at, objective: here } = next);
  }
  return at;
}

/** The two-loop recursion: minus the inverse Hessian, as far as it is known, times the gradient. */
function descent(
  gradient: Vector,
  steps: readonly { s: Vector; y: Vector; rho: number }[],
): Vector {
  let q = gradient.map((x) => -x);
  const alphas = steps.toReversed().map(({ s, y, rho }) => {
    const alpha = rho * dot(s, q);
    q = plus(q, y, -alpha);
    return alpha;
  });
  const last = steps.at(-1);
  if (last) q = q.map((x) => (x * dot(last.s, last.y)) / dot(last.y, last.y));
  steps.forEach(
    ({ s, y, rho }, i) => (q = plus(q, s, alphas[steps.length - 1 - i]! - rho * dot(y, q))),
  );
  return q;
}

/** Halves the step until the value falls enough (Armijo); null where none does. */
function search(
  objective: (at: Vector) => Objective,
  at: Vector,
  here: Objective,
  direction: Vector,
): { at: Vector; objective: Objective } | null {
  const slope = dot(here.gradient, direction);
  for (let length = 1; length > 1e-10; length /= 2) {
    const there = plus(at, direction, length);
    const found = objective(there);
    if (found.value <= here.value + 1e-4 * length * slope) return { at: there, objective: found };
  }
  return null;
}
