package mpm.service.pages.control;

import java.util.List;
import mpm.functions.Functions;
import mpm.service.operation.control.ServiceState;

/** The start page. */
public record HomePage(ServiceState service, FunctionPage shown, List<Starter> starters) {

    /** A question with a formula that answers it. */
    public record Starter(String question, String formula) {}

    /** What fits into the formula field without scrolling. */
    private static final int SHORT = 48;

    private static final String OPENING = "VARIANCE";

    public static HomePage of(ServiceState service) {
        return new HomePage(
                service, FunctionPage.of(Functions.CATALOGUE.find(OPENING).orElseThrow()), openers());
    }

    /** Of every success factor the first function that has a short example. */
    private static List<Starter> openers() {
        return FunctionIndex.all().factors().stream()
                .flatMap(factor -> factor.entries().stream()
                        .map(FunctionIndex.Entry::function)
                        .flatMap(function -> function.examples().stream()
                                .map(example -> new Starter(function.question(), example.formula())))
                        .filter(starter -> starter.formula().length() <= SHORT)
                        .limit(1))
                .toList();
    }
}
