package vn.caunoi.api.citizen;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much may come with a petition that is handed in online: never more than the server takes in one go. */
@Component
public class OnlineLimits {

    private static final int FILES = 10;
    /** What the words of the form, and what stands between the files, may take. */
    private static final DataSize WORDS = DataSize.ofMegabytes(1);

    private final long each;
    private final long together;

    /** @param together all files of a petition, in however many goes they come */
    OnlineLimits(MultipartConfigElement server, @Value("${caunoi.online.files-together:100MB}") DataSize together) {
        long request = server.getMaxRequestSize() < 0 ? Long.MAX_VALUE : server.getMaxRequestSize();
        long file = server.getMaxFileSize() < 0 ? Long.MAX_VALUE : server.getMaxFileSize();
        this.together = Math.min(together.toBytes(), Math.max(request - WORDS.toBytes(), 0));
        this.each = Math.min(file, this.together);
    }

    public int files() {
        return FILES;
    }

    /** Bytes of one file. */
    public long each() {
        return each;
    }

    /** Bytes of all files. */
    public long together() {
        return together;
    }

    public long megabytesEach() {
        return DataSize.ofBytes(each).toMegabytes();
    }

    public long megabytesTogether() {
        return DataSize.ofBytes(together).toMegabytes();
    }
}
