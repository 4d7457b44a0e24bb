package mpm.service.imports.control;

import java.util.Optional;
import mpm.plan.SourceLine;
import mpm.service.ledger.entity.SourceLineRow.Status;

/**
 * A line of a file, and what is to become of it.
 *
 * @param number its number in the file, from 1
 * @param line what it says; nothing where it cannot be read. Its metric and its unit are empty while it is not mapped
 * @param status whether it is known where it belongs
 * @param reason why it is not mapped, cannot be read, or is refused; empty otherwise
 * @param isRefused whether nothing may be booked where it belongs
 */
record Judged(
        int number, Optional<SourceLine> line, String costCentre, Status status, String reason, boolean isRefused) {

    static Judged unreadable(int number, String reason) {
        return new Judged(number, Optional.empty(), "", Status.UNMAPPED, reason, false);
    }

    static Judged mapped(int number, SourceLine line, String costCentre) {
        return new Judged(number, Optional.of(line), costCentre, Status.MAPPED, "", false);
    }

    static Judged unmapped(int number, SourceLine line, String costCentre, String reason) {
        return new Judged(number, Optional.of(line), costCentre, Status.UNMAPPED, reason, false);
    }

    Judged refused(String because) {
        return new Judged(number, line, costCentre, status, because, true);
    }

    boolean isReadable() {
        return line.isPresent();
    }

    boolean hasProblem() {
        return !isReadable() || isRefused;
    }
}
