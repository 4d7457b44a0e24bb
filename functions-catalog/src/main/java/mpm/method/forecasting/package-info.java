/**
 * What comes next in a series, and within what range. {@link mpm.method.forecasting.Gap} makes numbers without gaps of a
 * series, a {@link mpm.method.forecasting.ForecastModel} answers a {@link mpm.method.forecasting.Question} about them with a
 * {@link mpm.method.forecasting.Prediction}. The rule that judges one metric by exponential smoothing is
 * {@link mpm.method.forecasting.Ets#withoutSeason}.
 *
 * <p>Every search here starts from a fixed grid and goes on in plain arithmetic; logarithms, exponentials and sines are
 * StrictMath's: the same series has the same forecast, to the last bit, on every machine.
 */
@NullMarked
package mpm.method.forecasting;

import org.jspecify.annotations.NullMarked;
