package vn.caunoi.processes.driver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import vn.caunoi.core.clock.RisingId;

/**
 * UUIDs within a petition, so that a process built again from events has the same ids: of version 5, or where the petition's
 * id rises, of version 8 and beginning like it.
 */
final class DerivedId {

    private DerivedId() {}

    /** @param occurrence how often the activity was reached, from 1 */
    static String of(String petition, String process, String activity, int occurrence) {
        byte[] name = (process + "/" + activity + "/" + occurrence).getBytes(StandardCharsets.UTF_8);
        UUID space = UUID.fromString(petition);
        byte[] hash = sha1(ByteBuffer.allocate(16 + name.length)
                .putLong(space.getMostSignificantBits())
                .putLong(space.getLeastSignificantBits())
                .put(name)
                .array());
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer id = ByteBuffer.wrap(hash);
        return RisingId.following(space, new UUID(id.getLong(), id.getLong())).toString();
    }

    private static byte[] sha1(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
