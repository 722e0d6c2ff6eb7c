package vn.caunoi.core.vault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.caunoi.core.clock.RisingId;

/**
 * Names a data key of the vault. Derived from whom it belongs to, so that a key can be found again for erasure without
 * a look-up table; it begins like an id that rises.
 *
 * @param value a UUID in its canonical form
 */
public record KeyId(@JsonValue String value) {

    @JsonCreator
    public KeyId {
        value = UUID.fromString(value).toString();
    }

    /** The key of one petitioner entry; what names or reaches that person is sealed with it. */
    public static KeyId person(String personId) {
        return derived("person", personId);
    }

    /** The key of one petition; its free text, minutes and form data are sealed with it. */
    public static KeyId petition(String petitionId) {
        return derived("petition", petitionId);
    }

    /** The key of one visit of the reception; what was said there is sealed with it. */
    public static KeyId visit(String visitId) {
        return derived("visit", visitId);
    }

    /** The key of one dialogue conference; its minutes and what people said are sealed with it. */
    public static KeyId conference(String conferenceId) {
        return derived("conference", conferenceId);
    }

    /** The key of what an officer uploaded and has not put into a case yet. */
    public static KeyId uploads(String officerId) {
        return derived("uploads", officerId);
    }

    /** The key of what an officer keeps for searching, which may name people. */
    public static KeyId savedFilters(String officerId) {
        return derived("saved filters", officerId);
    }

    /** The key of what an officer typed of petitions that are not handed in yet. */
    public static KeyId drafts(String officerId) {
        return derived("drafts", officerId);
    }

    /** The key of the texts that somebody or a unit keeps for forms. */
    public static KeyId textBlocks(String keeper) {
        return derived("text blocks", keeper);
    }

    /** The key of what the team of an audit notes about no single case. */
    public static KeyId audit(String auditId) {
        return derived("audit", auditId);
    }

    /** The key of what is shared with one receiver of webhooks. */
    public static KeyId webhook(String webhookId) {
        return derived("webhook", webhookId);
    }

    private static KeyId derived(String kind, String id) {
        byte[] name = ("vn.caunoi/" + kind + "/" + id).getBytes(StandardCharsets.UTF_8);
        UUID derived = UUID.nameUUIDFromBytes(name);
        return new KeyId(RisingId.in(id)
                .map(owner -> RisingId.following(owner, derived))
                .orElse(derived)
                .toString());
    }

    UUID uuid() {
        return UUID.fromString(value);
    }
}
