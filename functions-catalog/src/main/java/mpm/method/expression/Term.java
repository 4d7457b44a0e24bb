package mpm.method.expression;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import mpm.cell.CellError;

/** A part of an expression that has a value. */
@FunctionalInterface
interface Term {

    double at(double[] values);

    static Term constant(double value) {
        return values -> value;
    }

    static Term name(int place) {
        return values -> values[place];
    }

    static Term of(DoubleUnaryOperator operation, Term operand) {
        return values -> finite(operation.applyAsDouble(operand.at(values)));
    }

    static Term of(DoubleBinaryOperator operation, Term left, Term right) {
        return values -> finite(operation.applyAsDouble(left.at(values), right.at(values)));
    }

    /** Only the branch that counts is computed. */
    static Term choice(Term condition, Term then, Term otherwise) {
        return values -> condition.at(values) != 0 ? then.at(values) : otherwise.at(values);
    }

    static Term folded(DoubleBinaryOperator operation, List<Term> operands) {
        return operands.stream()
                .reduce((left, right) -> of(operation, left, right))
                .orElseThrow();
    }

    static double quotient(double above, double below) {
        if (below == 0) {
            throw CellError.DIV0.because("The expression divides by 0 for these drivers.");
        }
        return above / below;
    }

    static double power(double base, double exponent) {
        if (base == 0 && exponent < 0) {
            throw CellError.DIV0.because("The expression raises 0 to a negative power for these drivers.");
        }
        // 1 in Java and no number in Excel.
        return base == 0 && exponent == 0 ? Double.NaN : StrictMath.pow(base, exponent);
    }

    static double logarithm(double value) {
        return value > 0 ? StrictMath.log(value) : Double.NaN;
    }

    static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw CellError.NUM.because("The expression is too large or not defined for these drivers.");
        }
        return value;
    }
}
