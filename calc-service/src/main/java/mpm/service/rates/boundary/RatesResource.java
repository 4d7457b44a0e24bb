package mpm.service.rates.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.Rate;
import mpm.service.access.boundary.EntryLimit;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.plan.control.Plans;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import mpm.service.rates.control.ExchangeRates;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Exchange rates. */
@Path("rates")
@RequestScoped
@Needs(Action.READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates", description = "What currencies are worth in each period.")
public class RatesResource {

    /** A rate as it travels. */
    record RateDocument(
            @Nullable String from,
            @Nullable String to,
            @Nullable String period,
            Rate.@Nullable Type type,
            @Nullable BigDecimal rate) {

        static RateDocument of(Rate rate) {
            return new RateDocument(rate.from(), rate.to(), rate.period(), rate.type(), rate.rate());
        }

        Rate rate(int index) {
            if (from == null || to == null || period == null || type == null || rate == null) {
                throw new ProblemException(Problem.of(
                        422, "rates[%d] has from, to, period, type and rate, all of them.".formatted(index)));
            }
            return new Rate(from, to, period, type, rate);
        }
    }

    /** Rates of one source. */
    record RatesDocument(
            @Nullable @Size(max = 200) String source,
            @NotNull List<RateDocument> rates) {}

    @Inject
    EntryLimit limit;

    @Inject
    Plans plans;

    @Inject
    ExchangeRates exchange;

    @GET
    @Operation(summary = "The exchange rates that are set")
    public byte[] all() {
        return Json.write(
                Map.of("rates", exchange.all().stream().map(RateDocument::of).toList()));
    }

    @PUT
    @Needs(Action.SET_RATES)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set exchange rates",
            description =
                    "1 from is worth rate to. Of a longer period each leaf gets the rate. The amounts of these periods are "
                            + "translated into the currency of the group anew; translated says how many are worth something "
                            + "else. What is frozen or locked keeps its worth until it is reopened.")
    @APIResponse(
            responseCode = "409",
            description = "Ledger lines in a closed period would be worth something else: reopen it first.")
    public byte[] set(InputStream body) throws IOException {
        RatesDocument document = Json.read(body, RatesDocument.class);
        List<RateDocument> given = document.rates();
        List<Rate> rates = IntStream.range(0, given.size())
                .mapToObj(index -> given.get(index).rate(index))
                .toList();
        limit.require("rates", rates.size());
        PlanView plan = plans.view();
        limit.require(
                "rates, each counted for every leaf of its period,",
                rates.stream()
                        .mapToInt(rate -> plan.span(PeriodAddress.of(rate.period()))
                                .leaves()
                                .size())
                        .sum());
        int translated = exchange.set(rates, document.source() == null ? "" : document.source());
        return Json.write(Map.of("translated", translated));
    }
}
