"""Writes the fixtures the statistics of Sources/SkillMiner/Signals are tested against: 1,000 random tables a formula,
with the answer of a reference library. Seeded: the same versions write the same files.

    python3 -m venv /tmp/reference && /tmp/reference/bin/pip install -r Tests/fixtures-scripts/requirements.txt
    /tmp/reference/bin/python Tests/fixtures-scripts/signals.py Tests/SkillMinerTests/Signals/Fixtures

Fields are separated by commas, numbers inside a field by spaces, groups inside a field by bars.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
import pymannkendall
import statsmodels.api as sm
from scipy import optimize, special, stats
from sklearn.metrics.pairwise import cosine_similarity
from statsmodels.genmod.cov_struct import Independence
from statsmodels.stats.contingency_tables import StratifiedTable, Table
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.oaxaca import OaxacaBlinder
from statsmodels.stats.proportion import proportion_confint

TABLES = 1000
warnings.filterwarnings("ignore")


def num(x):
    return repr(float(x))


def nums(xs):
    return " ".join(str(int(x)) if float(x).is_integer() else num(x) for x in xs)


def write(folder, name, header, rows):
    text = "\n".join([",".join(header)] + [",".join(row) for row in rows]) + "\n"
    (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    print(name, len(rows))


def until(make):
    """1,000 tables for which the reference has an answer."""
    rows = []
    while len(rows) < TABLES:
        row = make()
        if row is not None:
            rows.append(row)
    return rows


def wilson(rng):
    total = int(rng.integers(1, 5000))
    yes = int(rng.binomial(total, rng.beta(0.5, 3)))
    low, high = proportion_confint(yes, total, alpha=0.05, method="wilson")
    return [str(yes), str(total), num(low), num(high)]


def benjamini_hochberg(rng):
    p = rng.uniform(size=int(rng.integers(1, 12))) ** rng.choice([1, 3])
    return [nums(p), nums(multipletests(p, method="fdr_bh")[1])]


def design_effect(rng):
    sizes = rng.geometric(0.3, size=int(rng.integers(2, 25)))
    yes = [rng.binomial(m, rng.beta(0.6, 1.5)) for m in sizes]
    y = np.concatenate([[1] * a + [0] * (m - a) for a, m in zip(yes, sizes)])
    groups = np.repeat(np.arange(len(sizes)), sizes)
    p = y.mean()
    if p in (0, 1):
        return None
    fit = sm.OLS(y, np.ones(len(y))).fit(cov_type="cluster", cov_kwds={"groups": groups})
    effect = fit.cov_params()[0, 0] / (p * (1 - p) / len(y))
    return [nums(yes), nums(sizes), num(effect)]


def kitagawa(rng):
    groups = []
    for _ in range(int(rng.integers(2, 6))):
        n1, n2 = (int(v) for v in rng.integers(1, 40, size=2))
        groups.append((n1, int(rng.binomial(n1, rng.uniform())), n2, int(rng.binomial(n2, rng.uniform()))))
    y, x, window = [], [], []
    for index, (n1, y1, n2, y2) in enumerate(groups):
        for n, yes, recent in ((n1, y1, 0), (n2, y2, 1)):
            y += [1] * yes + [0] * (n - yes)
            x += [[float(index == k) for k in range(1, len(groups))]] * n
            window += [recent] * n
    # The two-fold decomposition with equal weights on saturated groups is Kitagawa's.
    exog = np.column_stack([np.ones(len(y)), np.array(x), window])
    model = OaxacaBlinder(np.array(y, float), exog, bifurcate=exog.shape[1] - 1, hasconst=True, swap=False)
    unexplained, explained, _ = model.two_fold(two_fold_type="self_submitted", submitted_weight=0.5).params
    # The library subtracts the second group (recent) from the first.
    return ["|".join(nums(g) for g in groups), num(-unexplained), num(-explained)]


def tables(rng):
    strata = []
    for _ in range(int(rng.integers(1, 6))):
        n1, n2 = (int(v) for v in rng.integers(2, 60, size=2))
        a, c = int(rng.binomial(n1, rng.uniform(0.05, 0.6))), int(rng.binomial(n2, rng.uniform(0.05, 0.6)))
        strata.append((a, n1 - a, c, n2 - c))
    return strata


def mantel_haenszel(rng):
    strata = tables(rng)
    if sum(a * d for a, b, c, d in strata) == 0 or sum(b * c for a, b, c, d in strata) == 0:
        return None
    reference = StratifiedTable([np.array([[a, b], [c, d]], float) for a, b, c, d in strata])
    test = reference.test_null_odds(correction=False)
    if not np.isfinite(test.statistic):
        return None
    return [
        "|".join(nums(t) for t in strata), num(reference.oddsratio_pooled), num(reference.logodds_pooled_se),
        num(test.statistic), num(test.pvalue),
    ]


def log_odds_dirichlet(rng):
    n1, n2 = (int(v) for v in rng.integers(20, 5000, size=2))
    y1, y2 = int(rng.binomial(n1, rng.uniform(0, 0.3))), int(rng.binomial(n2, rng.uniform(0, 0.3)))
    total = rng.uniform(5, 1000)
    yes = total * rng.uniform(0.001, 0.3)
    # Beta posteriors of the two windows: the log-odds of their modes shifted by one, variance from trigamma's leading term.
    recent, reference = stats.beta(y2 + yes, n2 + total - y2 - yes), stats.beta(y1 + yes, n1 + total - y1 - yes)
    delta = special.logit(recent.mean()) - special.logit(reference.mean())
    variance = 1 / (y2 + yes) + 1 / (y1 + yes)
    return [nums([y2, n2, y1, n1]), nums([yes, total]), num(delta), num(delta / np.sqrt(variance))]


def extended_mantel(rng):
    periods = int(rng.integers(3, 9))
    strata, score, variance = [], 0.0, 0.0
    for _ in range(int(rng.integers(1, 5))):
        totals = rng.integers(1, 30, size=periods)
        yes = np.array([rng.binomial(n, rng.uniform(0.1, 0.6)) for n in totals])
        result = Table(np.array([yes, totals - yes], float), shift_zeros=False).test_ordinal_association(
            row_scores=np.array([1.0, 0.0]), col_scores=np.arange(periods, dtype=float))
        score += result.statistic - result.null_mean
        variance += result.null_sd ** 2
        strata.append(nums(np.column_stack([yes, totals]).ravel()))
    if not np.isfinite(variance) or variance <= 0:
        return None
    return ["|".join(strata), num(score), num(variance)]


def clustered_score(rng):
    n, strata, clusters = 40, int(rng.integers(1, 4)), int(rng.integers(5, 15))
    periods = int(rng.choice([2, 6]))
    s = np.sort(rng.integers(0, strata, size=n))
    e = rng.integers(0, clusters, size=n)
    x = rng.integers(0, periods, size=n)
    tendency = rng.beta(0.8, 1.5, size=clusters)
    y = (rng.uniform(size=n) < tendency[e]).astype(int)
    dummies = np.column_stack([(s == k).astype(float) for k in np.unique(s)])
    if any(np.ptp(x[s == k]) == 0 or np.ptp(y[s == k]) == 0 for k in np.unique(s)):
        return None
    family = sm.families.Gaussian()
    full = sm.GEE(y.astype(float), np.column_stack([dummies, x]), groups=e, family=family, cov_struct=Independence())
    null = sm.GEE(y.astype(float), dummies, groups=e, family=family, cov_struct=Independence()).fit()
    answer = full.compare_score_test(null)
    if not np.isfinite(answer["statistic"]):
        return None
    code = "|".join(f"{a} {b} {c} {d}" for a, b, c, d in zip(s, e, x, y))
    return [code, num(answer["statistic"])]


def quasi_poisson(rng):
    months = 24
    exposure = rng.integers(30, 400, size=months)
    quarter = np.arange(months) % 12 // 3
    design = np.column_stack(
        [np.ones(months), np.arange(months) / 12] + [(quarter == k).astype(float) for k in (1, 2, 3)])
    rate = np.exp(-2.5 + 0.3 * rng.normal() * design[:, 1] + 0.3 * rng.normal(size=4)[quarter])
    y = rng.negative_binomial(5, 5 / (5 + exposure * rate))
    fit = sm.GLM(y, design, family=sm.families.Poisson(), exposure=exposure).fit(scale="X2", tol=1e-13, maxiter=200)
    if not np.all(np.isfinite(fit.bse)) or y.sum() == 0 or np.max(np.abs(fit.params)) > 8:
        return None
    return [nums(y), nums(exposure), nums(fit.params), nums(fit.bse), num(fit.scale)]


def mann_kendall(rng):
    values = np.round(rng.normal(size=int(rng.integers(4, 37))), int(rng.integers(0, 3)))
    answer = pymannkendall.original_test(values)
    # The test of shares that never move divides by zero in some releases.
    if not np.isfinite(answer.z) or answer.var_s == 0:
        return None
    return [nums(values), num(answer.s), num(answer.var_s), num(answer.z), num(answer.p), num(answer.slope)]


def shrinkage(rng):
    share, m = rng.uniform(0.02, 0.4), np.exp(rng.uniform(1.5, 5))
    totals = rng.integers(1, 200, size=int(rng.integers(10, 20)))
    yes = np.array([rng.binomial(n, rng.beta(share * m, (1 - share) * m)) for n in totals])

    def loss(x):
        return -stats.betabinom.logpmf(yes, totals, share * np.exp(x), (1 - share) * np.exp(x)).sum()

    grid = np.linspace(0, np.log(1e6), 60)
    best = int(np.argmin([loss(x) for x in grid]))
    # On the border the maximum is where the range ends, not where the likelihood says.
    if best in (0, 59) or best > 45:
        return None
    answer = optimize.minimize_scalar(loss, bounds=(grid[best - 1], grid[best + 1]), method="bounded", options={"xatol": 1e-12})
    fitted = np.exp(answer.x)
    posterior = stats.beta(share * fitted + yes[0], (1 - share) * fitted + totals[0] - yes[0])
    return [
        num(share), "|".join(nums(t) for t in zip(yes, totals)), num(fitted), num(posterior.mean()),
        num(posterior.ppf(0.025)), num(posterior.ppf(0.975)),
    ]


def student(rng):
    df, t = np.exp(rng.uniform(0, 8)), rng.normal() * 4
    p = rng.uniform(1e-6, 0.9)
    return [num(t), num(df), num(2 * stats.t.sf(abs(t), df)), num(p), num(stats.t.isf(p / 2, df))]


def incomplete_beta(rng):
    a, b = np.exp(rng.uniform(-2, 7, size=2))
    x = stats.beta(a, b).ppf(rng.uniform(0.001, 0.999))
    p = rng.uniform(0.001, 0.999)
    return [num(x), num(a), num(b), num(stats.beta.cdf(x, a, b)), num(p), num(stats.beta.ppf(p, a, b))]


def cosine(rng):
    u, v = (rng.uniform(size=8) * (rng.uniform(size=8) < 0.6) for _ in range(2))
    if not u.any() or not v.any():
        return None
    return [nums(u), nums(v), num(cosine_similarity([u], [v])[0, 0])]


FIXTURES = [
    (wilson, ["yes", "total", "lower", "upper"]),
    (benjamini_hochberg, ["p", "q"]),
    (design_effect, ["yes", "sizes", "effect"]),
    (kitagawa, ["groups", "within", "mix"]),
    (mantel_haenszel, ["strata", "odds_ratio", "log_se", "statistic", "p"]),
    (log_odds_dirichlet, ["counts", "prior", "delta", "z"]),
    (extended_mantel, ["strata", "score", "variance"]),
    (clustered_score, ["offers", "statistic"]),
    (quasi_poisson, ["counts", "exposure", "coefficients", "errors", "dispersion"]),
    (mann_kendall, ["values", "s", "variance", "z", "p", "slope"]),
    (shrinkage, ["parent", "places", "concentration", "share", "lower", "upper"]),
    (student, ["t", "degrees", "p", "tail", "quantile"]),
    (incomplete_beta, ["x", "a", "b", "value", "p", "quantile"]),
    (cosine, ["first", "second", "cosine"]),
]

if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for seed, (make, header) in enumerate(FIXTURES):
        rng = np.random.default_rng(seed + 1)
        write(target, make.__name__, header, until(lambda: make(rng)))
