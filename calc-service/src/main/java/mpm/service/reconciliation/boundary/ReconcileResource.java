package mpm.service.reconciliation.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.service.figures.control.Amounts;
import mpm.service.json.Json;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.reconciliation.control.Reconciliation;
import mpm.service.reconciliation.control.Reconciliations;
import mpm.service.reconciliation.entity.SignOffRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Workbook, service and ledger held against each other. */
@Path("reconcile")
@RequestScoped
@Needs(Action.RECONCILE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation", description = "Workbook, service and ledger held against each other, and signed off.")
public class ReconcileResource {

    private static final int AT_ONCE = 100;
    private static final double TOLERANCE = 0.005;
    private static final int DECIMALS = 2;

    /** A figure of the workbook. */
    record FigureDocument(
            @Nullable String metric,
            @Nullable String org,
            @Nullable String period,
            @Nullable Double value) {

        Reconciliations.Local figure() {
            if (value != null) {
                Amounts.requireKept("The value of a figure", BigDecimal.valueOf(value));
            }
            return new Reconciliations.Local(text(metric), text(org), text(period), Optional.ofNullable(value));
        }
    }

    /** What is reconciled; a remark only where it is signed off. */
    record Question(
            @Nullable String workbook,
            @Nullable String scenario,
            @Nullable String version,
            @Nullable Double tolerance,
            @Nullable Integer decimals,
            @Nullable List<FigureDocument> figures,
            @Nullable String remark) {

        Reconciliations.Question question() {
            return new Reconciliations.Question(
                    Optional.ofNullable(workbook),
                    text(scenario),
                    version == null ? "LATEST" : version,
                    tolerance == null ? TOLERANCE : tolerance,
                    decimals == null ? DECIMALS : decimals,
                    figures == null
                            ? List.of()
                            : figures.stream().map(FigureDocument::figure).toList());
        }
    }

    /** A reconciliation as it travels. */
    record ReconciliationDocument(
            String scenario,
            int version,
            boolean agrees,
            List<Reconciliation.Finding> findings,
            Reconciliation.Side workbook,
            Reconciliation.Side service,
            Reconciliation.@Nullable LedgerSide ledger,
            List<Reconciliation.Unmapped> unmapped,
            Reconciliation.Rounding rounding) {

        static ReconciliationDocument of(Reconciliation found) {
            return new ReconciliationDocument(
                    found.scenario(),
                    found.version(),
                    found.agrees(),
                    found.findings(),
                    found.workbook(),
                    found.service(),
                    found.ledger().orElse(null),
                    found.unmapped(),
                    found.rounding());
        }
    }

    /** A sign-off as it travels. */
    record SignOffDocument(
            long id,
            @Nullable String workbook,
            String scenario,
            int version,
            String metrics,
            String periods,
            int figures,
            int findings,
            int unmapped,
            BigDecimal workbookTotal,
            BigDecimal serviceTotal,
            @Nullable BigDecimal ledgerTotal,
            String workbookHash,
            String serviceHash,
            String signedBy,
            String signedAt,
            String remark) {

        static SignOffDocument of(SignOffRow row) {
            SignOffRow.Signed signed = row.signed();
            return new SignOffDocument(
                    row.id(),
                    signed.workbook(),
                    signed.scenario(),
                    signed.version(),
                    signed.metrics(),
                    signed.periods(),
                    signed.figures(),
                    signed.findings(),
                    signed.unmapped(),
                    signed.workbookTotal(),
                    signed.serviceTotal(),
                    signed.ledgerTotal().orElse(null),
                    signed.workbookHash(),
                    signed.serviceHash(),
                    row.by(),
                    row.at().toString(),
                    row.remark());
        }
    }

    @Inject
    Reconciliations reconciliations;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Hold figures of a workbook against the service, and the service against the ledger",
            description = """
                    findings are MPM.RECONCILE's; isTiming says that the figure was written since the workbook read it. ledger holds
                    the sums of the lines of an ACTUAL or COMMITTED scenario against its figures. unmapped are lines in the same periods
                    that belong nowhere yet. rounding is what the shown figures differ from their shown sum.""")
    @APIResponse(responseCode = "422", description = "A metric, unit, period or scenario is unknown.")
    public byte[] reconcile(InputStream body) throws IOException {
        return Json.write(ReconciliationDocument.of(
                reconciliations.reconcile(Json.read(body, Question.class).question())));
    }

    @POST
    @Needs(Action.SIGN_OFF)
    @Path("sign-offs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sign a reconciliation off",
            description = "It is done anew and kept. What does not agree takes a remark that says why it need not.")
    @APIResponse(responseCode = "409", description = "Something does not agree, and there is no remark.")
    public Response signOff(InputStream body) throws IOException {
        Question question = Json.read(body, Question.class);
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(
                        SignOffDocument.of(reconciliations.signOff(question.question(), text(question.remark())))))
                .build();
    }

    @GET
    @Path("sign-offs")
    @Operation(
            summary = "What was signed off",
            description = "A hundred, the latest first; before=id asks for those before one.")
    public byte[] signOffs(@QueryParam("before") @Nullable Long before) {
        return Json.write(Map.of(
                "signOffs",
                reconciliations.before(before == null ? Long.MAX_VALUE : before, AT_ONCE).stream()
                        .map(SignOffDocument::of)
                        .toList()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
