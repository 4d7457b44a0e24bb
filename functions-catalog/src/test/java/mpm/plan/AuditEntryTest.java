package mpm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    private static AuditEntry entry(String after) {
        return new AuditEntry(
                1,
                Instant.parse("2027-02-15T09:30:00.250Z"),
                "cy",
                "SUBMIT",
                "FIGURE",
                "PLAN/2/SPEND/EMEA/FY2027-P01",
                Optional.empty(),
                Optional.of(after),
                Optional.of("w1"),
                Optional.of("Plan"),
                Optional.of("B2"),
                "",
                "");
    }

    @Test
    void theHashIsThatOfThePreviousHashALineFeedAndTheCanonicalEntry() throws NoSuchAlgorithmException {
        String hashed = "0".repeat(64)
                + "\n{\"action\":\"SUBMIT\",\"after\":\"42000\",\"at\":\"2027-02-15T09:30:00.250Z\",\"before\":null,\"cell\":\"B2\","
                + "\"objectId\":\"PLAN/2/SPEND/EMEA/FY2027-P01\",\"objectType\":\"FIGURE\",\"seq\":1,\"sheet\":\"Plan\","
                + "\"userId\":\"cy\",\"workbookId\":\"w1\"}";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8));
        assertThat(entry("42000").after(AuditEntry.FIRST_HASH).hash())
                .isEqualTo(HexFormat.of().formatHex(hash));
    }

    /** The sample text of RFC 8785, section 3.2.2, and its canonical form. */
    @Test
    void textIsWrittenAsTheCanonicalizationSchemeWritesIt() {
        assertThat(entry("\u20ac$\u000f\nA'B\"\\\\\"/").canonicalJson())
                .contains("\"after\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void whateverIsChangedInATrailIsNoticed() {
        AuditEntry first = entry("42000").after(AuditEntry.FIRST_HASH);
        AuditEntry second = entry("43000").after(first.hash());
        assertThat(first.isIntactAfter(AuditEntry.FIRST_HASH)).isTrue();
        assertThat(second.isIntactAfter(first.hash())).isTrue();
        AuditEntry forged = entry("41000").after(AuditEntry.FIRST_HASH);
        assertThat(second.isIntactAfter(forged.hash())).isFalse();
        assertThat(List.of("41000", "42000 ", ""))
                .allSatisfy(text -> assertThat(
                                with(first, text, first.previousHash()).isIntactAfter(AuditEntry.FIRST_HASH))
                        .isFalse());
        assertThat(with(first, "42000", first.hash()).isIntactAfter(AuditEntry.FIRST_HASH))
                .as("it names another predecessor")
                .isFalse();
    }

    private static AuditEntry with(AuditEntry written, String after, String previousHash) {
        return new AuditEntry(
                written.seq(),
                written.at(),
                written.userId(),
                written.action(),
                written.objectType(),
                written.objectId(),
                written.before(),
                Optional.of(after),
                written.workbookId(),
                written.sheet(),
                written.cell(),
                previousHash,
                written.hash());
    }
}
