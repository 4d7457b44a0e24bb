"""Writes differential.psv: random calls of statistical functions, and what scipy and statsmodels answer to them.

    python3 functions-catalog/src/test/python/differential.py > functions-catalog/src/test/resources/differential.psv

DifferentialTest holds the functions against the file; the build needs no Python. A line is a formula and figures of its answer,
each the place of its cell, counted by rows from 0, and its value. Needs numpy, scipy and statsmodels: on Debian and Ubuntu
apt-get install --no-install-recommends python3-scipy python3-statsmodels.
"""

import sys
import warnings

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats import dist_dependence_measures as dependence
from statsmodels.stats import multitest, outliers_influence, proportion, stattools, weightstats
from statsmodels.tsa import holtwinters
from statsmodels.tsa import stattools as series

CALLS = 200
SEED = 1

warnings.simplefilter("ignore")
rng = np.random.default_rng(SEED)


def text(value):
    if isinstance(value, str):
        return value
    if isinstance(value, (bool, np.bool_)):
        return str(value).upper()
    return f"{value:.10g}".replace("e-0", "E-").replace("e-", "E-").replace("e+", "E")


def column(values):
    return "{" + ";".join(text(value) for value in values) + "}"


def table(captions, columns):
    rows = [",".join(f'"{caption}"' for caption in captions)]
    rows += [",".join(text(value) for value in row) for row in zip(*columns)]
    return "{" + ";".join(rows) + "}"


def line(function, arguments, figures):
    """A call is kept when the other program has every figure."""
    if not all(np.isfinite(value) for _, value in figures):
        return None
    return f"=MPM.{function}({','.join(arguments)})|" + " ".join(f"{place}:{text(value)}" for place, value in figures)


def some(low=8, high=14):
    return int(rng.integers(low, high))


def numbers(n, decimals=1):
    """Around 100, in every second call with ties."""
    spread, digits = (2, 0) if rng.random() < 0.5 else (10, decimals)
    return np.round(100 + spread * rng.standard_normal(n), digits)


def pair():
    n = some()
    x = numbers(n)
    y = np.round(100 + rng.uniform(-1, 1) * (x - 100) + 3 * rng.standard_normal(n), 1)
    return x, y


def pearson():
    x, y = pair()
    found = stats.pearsonr(x, y)
    low, high = found.confidence_interval(0.95)
    return line("CORREL.TEST", [column(x), column(y), "", "", "FALSE"],
                [(0, found.statistic), (4, found.pvalue), (5, low), (6, high)])


def spearman():
    x, y = pair()
    found = stats.spearmanr(x, y)
    return line("CORREL.TEST", [column(x), column(y), '"SPEARMAN"', "", "FALSE"],
                [(0, found.correlation), (4, found.pvalue)])


def kendall():
    x, y = pair()
    ties = len(set(x)) < len(x) or len(set(y)) < len(y)
    found = stats.kendalltau(x, y, method="asymptotic" if ties else "exact")
    return line("CORREL.TEST", [column(x), column(y), '"KENDALL"', "", "FALSE"],
                [(0, found.correlation), (4, found.pvalue)])


def cross_correlation():
    x, y = pair()
    ahead = series.ccf(y, x, adjusted=False)
    behind = series.ccf(x, y, adjusted=False)
    return line("CORREL.LAG", [column(x), column(y), "2", '"CCF"', "FALSE"],
                [(1, behind[2]), (7, behind[1]), (13, ahead[0]), (19, ahead[1]), (25, ahead[2])])


def trend():
    n = some()
    y = numbers(n) + np.round(np.arange(n) * rng.uniform(-1, 1))
    slope, _, low, high = stats.theilslopes(y, alpha=0.95)
    return line("TRENDTEST", [column(y), "", "FALSE"],
                [(0, slope), (1, low), (2, high), (4, stats.kendalltau(np.arange(n), y).correlation)])


def p_values():
    method, other = [("BH", "fdr_bh"), ("BY", "fdr_by"), ("HOLM", "holm"), ("HOCHBERG", "simes-hochberg"),
                     ("BONFERRONI", "bonferroni")][int(rng.integers(5))]
    p = np.round(rng.uniform(0, 1, some(3, 12)) ** 3, 4)
    adjusted = multitest.multipletests(p, method=other)[1]
    return line("PADJUST", [column(p), f'"{method}"'], list(enumerate(adjusted)))


def granger():
    n = some(14, 22)
    cause = numbers(n)
    effect = np.round(100 + 0.5 * (np.roll(cause, 1) - 100) + 3 * rng.standard_normal(n), 1)
    found = series.grangercausalitytests(np.column_stack([effect, cause]), 2, verbose=False)
    tests = [found[lag][0]["ssr_ftest"] for lag in (1, 2)]
    return line("GRANGER", [column(cause), column(effect), "2", "FALSE"],
                [(1, tests[0][0]), (4, tests[0][1]), (6, tests[1][0]), (9, tests[1][1])])


def drivers():
    n = some(9, 14)
    one = numbers(n)
    other = np.round(rng.uniform(0, 50, n), 1)
    y = np.round(20 + rng.uniform(-2, 2) * one + rng.uniform(-2, 2) * other + 5 * rng.standard_normal(n), 1)
    x = sm.add_constant(np.column_stack([one, other]))
    fit = sm.OLS(y, x).fit()
    robust = sm.OLS(y, x).fit(cov_type="HAC", cov_kwds={"maxlags": 2, "use_correction": False}, use_t=True)
    figures = []
    for term in range(3):
        figures += [(9 * term + 1, fit.params[term]), (9 * term + 2, fit.bse[term]), (9 * term + 3, robust.bse[term]),
                    (9 * term + 5, fit.pvalues[term]), (9 * term + 6, robust.pvalues[term])]
    figures += [(17, outliers_influence.variance_inflation_factor(x, 1)), (28, fit.rsquared), (37, fit.rsquared_adj),
                (46, fit.fvalue), (55, fit.f_pvalue), (64, stattools.durbin_watson(fit.resid))]
    return line("DRIVERS", [column(y), table(["a", "b"], [one, other]), "2", "TRUE", "FALSE"], figures)


def elasticity():
    n = some()
    price = np.round(rng.uniform(5, 20, n), 1)
    sold = np.round(500 * price ** rng.uniform(-2, 0) * np.exp(0.1 * rng.standard_normal(n)), 1)
    lag = int(4 * (n / 100) ** (2 / 9))
    fit = sm.OLS(np.log(sold), sm.add_constant(np.log(price))).fit(
        cov_type="HAC", cov_kwds={"maxlags": lag, "use_correction": False}, use_t=True)
    low, high = fit.conf_int()[1]
    return line("ELASTICITY", [column(sold), column(price), "", "", "FALSE"],
                [(0, fit.params[1]), (1, fit.bse[1]), (2, fit.pvalues[1]), (3, low), (4, high)])


def holt():
    past = numbers(some())
    alpha, beta = np.round(rng.uniform(0.05, 0.95, 2), 2)
    fit = holtwinters.Holt(past, initialization_method="known", initial_level=past[0],
                           initial_trend=past[1] - past[0]).fit(smoothing_level=alpha, smoothing_trend=beta,
                                                                optimized=False)
    return line("FORECAST.HW", [column(past), "3", "1", text(alpha), text(beta)], list(enumerate(fit.forecast(3))))


def counts(few):
    visitors = [int(each) for each in rng.integers(8, 30 if few else 3000, 2)]
    return [int(rng.integers(1, max(2, each // 2))) for each in visitors], visitors


def rates():
    (a, b), (of_a, of_b) = counts(False)
    z, p = proportion.proportions_ztest([b, a], [of_b, of_a])
    low, high = proportion.confint_proportions_2indep(b, of_b, a, of_a, method="newcomb", compare="diff")
    return line("ABTEST", [str(a), str(of_a), str(b), str(of_b), "", "", "FALSE"], [(4, z), (5, p), (6, low), (7, high)])


def few_rates():
    (a, b), (of_a, of_b) = counts(True)
    odds, p = stats.fisher_exact([[b, of_b - b], [a, of_a - a]])
    return line("ABTEST", [str(a), str(of_a), str(b), str(of_b), '"FISHER"', "", "FALSE"], [(4, odds), (5, p)])


def means():
    a, b = numbers(some(4, 12)), numbers(some(4, 12)) + 1
    found = weightstats.CompareMeans.from_data(b, a)
    t, p, df = found.ttest_ind(usevar="unequal")
    low, high = found.tconfint_diff(usevar="unequal")
    return line("ABTEST.MEANS", [column(a), column(b), "", "FALSE"], [(3, t), (4, df), (5, p), (6, low), (7, high)])


def size():
    base, mde = round(rng.uniform(0.02, 0.4), 3), round(rng.uniform(0.05, 0.5), 2)
    power = round(rng.uniform(0.6, 0.95), 2)
    n = proportion.samplesize_proportions_2indep_onetail(base * mde, base, power, ratio=1, alpha=0.05,
                                                         alternative="two-sided")
    return line("ABTEST.SIZE", [text(base), text(mde), "", "", text(power), "", "", "FALSE"], [(4, n)])


def funnel():
    first = int(rng.integers(50, 5000))
    second = int(rng.integers(1, first))
    low, high = proportion.proportion_confint(second, first, method="wilson")
    return line("FUNNEL", ['{"a";"b"}', column([first, second]), "FALSE"], [(10, second / first), (13, low), (14, high)])


def cases():
    n = some(14, 22)
    x = np.round(rng.uniform(0, 10, n), 1)
    y = (rng.random(n) < 1 / (1 + np.exp(2.5 - 0.5 * x))).astype(int)
    return n, x, y


def logistic():
    n, x, y = cases()
    if y.sum() < 4 or y.sum() > n - 4:
        return None
    try:
        fit = sm.Logit(y, sm.add_constant(x)).fit(disp=False, method="newton", tol=1e-12, maxiter=100)
    except Exception:
        return None
    if abs(fit.params[1]) > 3:
        return None
    return line("LOGIT.FIT", [column(y), table(["x"], [x]), "", "", "FALSE"],
                [(1, fit.params[0]), (2, fit.bse[0]), (4, fit.pvalues[0]), (9, fit.params[1]), (10, fit.bse[1]),
                 (12, fit.pvalues[1]), (17, fit.llf), (25, fit.aic), (33, fit.prsquared)])


def scores():
    n, x, y = cases()
    if y.sum() in (0, n):
        return None
    p = np.round(1 / (1 + np.exp(2.5 - 0.5 * x)), 2)
    auc = stats.mannwhitneyu(p[y == 1], p[y == 0]).statistic / (y.sum() * (n - y.sum()))
    ks = stats.ks_2samp(p[y == 1], p[y == 0]).statistic
    return line("LOGIT.EVAL", [column(y), column(p), "2", "FALSE"], [(13, auc), (25, ks)])


def agreement():
    raters, items = some(3, 6), some(4, 8)
    ratings = rng.integers(1, 8, (raters, items))
    chi_square, p = stats.friedmanchisquare(*ratings.T)
    rows = "{" + ";".join(",".join(str(each) for each in row) for row in ratings) + "}"
    return line("AGREEMENT", [rows, "FALSE"], [(0, chi_square / raters / (items - 1)), (1, chi_square), (3, p)])


def percentile():
    peers = numbers(some(4, 14))
    figure = round(float(rng.choice(peers)) + int(rng.integers(-1, 2)), 1)
    return line("BENCHMARK.PERCENTILE", [text(figure), column(peers)],
                [(0, stats.percentileofscore(peers, figure, kind="mean") / 100)])


def distance_correlation():
    x, y = pair()
    return line("DEPENDENCE", [column(x), column(y), "1", "", "FALSE"],
                [(1, stats.spearmanr(x, y).correlation), (3, dependence.distance_correlation(x, y))])


print(f"# numpy {np.__version__}, scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, seed {SEED}")
for draw in (pearson, spearman, kendall, cross_correlation, trend, p_values, granger, drivers, elasticity, holt, rates,
             few_rates, means, size, funnel, logistic, scores, agreement, percentile, distance_correlation):
    kept = 0
    while kept < CALLS:
        found = draw()
        if found is not None:
            print(found)
            kept += 1
    print(draw.__name__, file=sys.stderr)
