package mpm.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One entry of the audit trail: who did what to which object, from where. Each entry's hash covers the hash of the entry before it, so
 * that none can be changed, taken away or put in between unnoticed.
 *
 * @param seq counts the entries from 1, without a gap
 * @param at of whole milliseconds, so that it reads back from any database as it was hashed
 * @param objectType what was changed, such as FIGURE, NOTE, LOCK or RATE
 * @param objectId which of them; of a figure {@link Address#objectId}
 * @param before what stood there; nothing where it was new
 * @param after what stands there now; nothing where it was removed
 * @param previousHash the hash of the entry before it, {@link #FIRST_HASH} for the first
 * @param hash as stored, 64 lower-case hexadecimal digits
 */
public record AuditEntry(
        long seq,
        Instant at,
        String userId,
        String action,
        String objectType,
        String objectId,
        Optional<String> before,
        Optional<String> after,
        Optional<String> workbookId,
        Optional<String> sheet,
        Optional<String> cell,
        String previousHash,
        String hash) {

    /** What the first entry follows. */
    public static final String FIRST_HASH = "0".repeat(64);

    /** The same entry as it is to be written after another: with its hash. */
    public AuditEntry after(String hashBefore) {
        return new AuditEntry(
                seq,
                at,
                userId,
                action,
                objectType,
                objectId,
                before,
                after,
                workbookId,
                sheet,
                cell,
                hashBefore,
                hashAfter(hashBefore));
    }

    /**
     * Whether the entry is what was written, and follows what was written before it.
     *
     * @param hashBefore the hash stored with the entry before it
     */
    public boolean isIntactAfter(String hashBefore) {
        return previousHash.equals(hashBefore) && hash.equals(hashAfter(hashBefore));
    }

    private String hashAfter(String hashBefore) {
        return Sha256.hex(hashBefore + "\n" + canonicalJson());
    }

    /** The entry as the JSON Canonicalization Scheme (RFC 8785) writes it. */
    String canonicalJson() {
        SortedMap<String, String> members = new TreeMap<>();
        members.put("seq", Long.toString(seq));
        members.put("at", quoted(at.toString()));
        members.put("userId", quoted(userId));
        members.put("action", quoted(action));
        members.put("objectType", quoted(objectType));
        members.put("objectId", quoted(objectId));
        members.put("before", quoted(before));
        members.put("after", quoted(after));
        members.put("workbookId", quoted(workbookId));
        members.put("sheet", quoted(sheet));
        members.put("cell", quoted(cell));
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(Optional<String> text) {
        return text.map(AuditEntry::quoted).orElse("null");
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int place = 0; place < text.length(); place++) {
            char each = text.charAt(place);
            switch (each) {
                case '"', '\\' -> json.append('\\').append(each);
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (each < ' ') {
                        json.append("\\u%04x".formatted((int) each));
                    } else {
                        json.append(each);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
