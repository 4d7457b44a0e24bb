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


def quoted(values):
    return [f'"{value}"' for value in values]


def panel():
    """Units by periods, some rows missing, as columns: unit, period, y, treated, post."""
    periods, event = some(5, 8), int(rng.integers(4, 6))
    rows = [(unit, period, int(unit % 2 == 0), int(period >= event))
            for unit in range(some(4, 8)) for period in range(1, periods + 1) if rng.random() < 0.95]
    unit, period, treated, post = np.array(rows).T
    effect = rng.uniform(-4, 4) * treated * post
    y = np.round(100 + 5 * unit + 2 * period + effect + 3 * rng.standard_normal(len(rows)), 1)
    return unit, period, y, treated, post


def two_way(unit, period, y, moved):
    """Effects of units and periods, errors by clusters of units."""
    dummies = [unit == each for each in sorted(set(unit))[1:]] + [period == each for each in sorted(set(period))[1:]]
    x = sm.add_constant(np.column_stack([moved] + dummies).astype(float))
    if np.linalg.matrix_rank(x) < x.shape[1] or len(y) <= x.shape[1]:
        return None
    return sm.OLS(y, x).fit(cov_type="cluster", cov_kwds={"groups": unit}, use_t=True)


def differences():
    unit, period, y, treated, post = panel()
    before = post == 0
    cells = {(one, other) for one, other in zip(treated, post)}
    fit = two_way(unit, period, y, treated * post)
    trend = two_way(unit[before], period[before], y[before], (treated * period)[before])
    if len(cells) < 4 or len(set(period[before])) < 3 or fit is None or trend is None:
        return None
    low, high = fit.conf_int()[1]
    rows = table(["Unit", "Period", "Y", "Treated", "Post"], [quoted(unit), period, y, treated, post])
    return line("DID", [rows, '"ALL"', "", "FALSE"],
                [(0, fit.params[1]), (1, fit.bse[1]), (2, fit.tvalues[1]), (3, fit.pvalues[1]), (4, low), (5, high),
                 (6, trend.pvalues[1]), (7, len(set(unit)))])


def uplift():
    n = some(18, 28)
    treated, segment = rng.integers(0, 2, n), rng.integers(0, 2, n)
    pre = numbers(n)
    y = np.round(0.6 * pre + rng.uniform(0, 4) * treated + 3 * rng.standard_normal(n), 1)
    cost = np.round(rng.uniform(1, 3, n), 1)
    if min(np.bincount(2 * segment + treated, minlength=4)) < 3:
        return None
    cuped = bool(rng.random() < 0.5)
    groups = [segment == each for each in dict.fromkeys(segment)] + [np.full(n, True)]
    figures, p_of = [], []
    for row, group in enumerate(groups):
        reached, before, adjusted = treated[group] == 1, pre[group], y[group]
        if cuped:
            slope = sm.OLS(adjusted, sm.add_constant(before)).fit().params[1]
            adjusted = adjusted - slope * (before - before.mean())
        found = weightstats.CompareMeans.from_data(adjusted[reached], adjusted[~reached])
        low, high = found.tconfint_diff(usevar="unequal")
        if min(abs(low), abs(high)) < 0.1:
            return None  # scipy has nine digits of t's quantile, and a limit near 0 keeps few of them
        effect = found.d1.mean - found.d2.mean
        incremental = effect * reached.sum()
        p_of.append(found.ttest_ind(usevar="unequal")[1])
        figures += [(12 * row + place, value) for place, value in
                    [(1, reached.sum()), (2, (~reached).sum()), (3, found.d1.mean), (4, found.d2.mean), (5, effect),
                     (6, low), (7, high), (8, p_of[-1]), (10, incremental),
                     (11, incremental / cost[group][reached].sum())]]
    p_of[:-1] = multitest.multipletests(p_of[:-1], method="holm")[1]
    figures += [(12 * row + 9, p) for row, p in enumerate(p_of)]
    figures.append((12 * len(groups) + 1, stats.chisquare(np.bincount(treated), [0.5 * n, 0.5 * n]).pvalue))
    rows = table(["Treated", "Outcome", "Pre", "Segment", "Cost"], [treated, y, pre, quoted(segment), cost])
    return line("UPLIFT", [rows, text(cuped), "0.5", "", "FALSE"], figures)


def impact():
    event, after, season = some(14, 18), some(3, 6), int(rng.choice([1, 4]))
    n = event + after
    t = np.arange(1, n + 1)
    control = numbers(n)
    y = np.round(50 + rng.uniform(-1, 1) * t + 0.4 * control + 4 * np.sin(np.pi * t / 2) * (season > 1)
                 + 5 * (t > event) + 2 * rng.standard_normal(n), 1)
    seasonal = [] if season == 1 else [np.sin(np.pi * t / 2), np.cos(np.pi * t / 2), np.cos(np.pi * t)]
    x = np.column_stack([np.ones(n), t, control] + seasonal)
    fit = sm.OLS(y[:event], x[:event]).fit()
    expected = fit.get_prediction(x)
    ranges = expected.conf_int(obs=True)
    whole = fit.t_test(x[event:].sum(axis=0))
    total = y[event:].sum() - float(np.squeeze(whole.effect))
    error = np.sqrt(after * fit.scale + float(np.squeeze(whole.sd)) ** 2)
    far = stats.t.ppf(0.975, fit.df_resid) * error
    figures = [(9 * row + place, value) for row in (0, event - 1, event, n - 1) for place, value in
               [(2, expected.predicted_mean[row]), (3, ranges[row, 0]), (4, ranges[row, 1]),
                (5, y[row] - expected.predicted_mean[row])]]
    figures += [(9 * n - 3, total), (9 * n - 2, total - far), (9 * n - 1, total + far), (9 * n + 1, total),
                (9 * n + 28, total / float(np.squeeze(whole.effect))),
                (9 * n + 37, 2 * stats.t.sf(abs(total / error), fit.df_resid)), (9 * n + 46, fit.rsquared),
                (9 * n + 55, series.acf(fit.resid, nlags=1, fft=False)[1])]
    return line("IMPACT", [column(y), str(event + 1), table(["c"], [control]), str(season), "", "FALSE"], figures)


print(f"# numpy {np.__version__}, scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, seed {SEED}")
for draw in (pearson, spearman, kendall, cross_correlation, trend, p_values, granger, drivers, elasticity, holt, rates,
             few_rates, means, size, funnel, logistic, scores, agreement, percentile, distance_correlation, differences, uplift,
             impact):
    kept = 0
    while kept < CALLS:
        found = draw()
        if found is not None:
            print(found)
            kept += 1
    print(draw.__name__, file=sys.stderr)
