package vn.caunoi.api.consult;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.ConsultId;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.projections.consult.Consult;
import vn.caunoi.projections.consult.Consults;

/**
 * Signed links by which a body outside answers: which consult, which of its links, until when, and a signature under the
 * vault's master key. A link opens one consult, while it is the last one, not revoked, not expired and not answered.
 */
@Component
public class ConsultLinks {

    private static final Pattern TOKEN = Pattern.compile(
            "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\.(\\d{1,6})\\.(\\d{1,12})\\.([0-9a-f]{32})");
    private static final int SIGNED = 32;

    private final Vault vault;
    private final Consults consults;
    private final Clock clock;
    private final String address;

    /** @param address where people outside reach the pages, such as {@code https://khieunai.example.gov.vn} */
    ConsultLinks(
            Vault vault,
            Consults consults,
            Clock clock,
            @Value("${caunoi.messages.public-address:http://localhost:8080}") String address) {
        this.vault = vault;
        this.consults = consults;
        this.clock = clock;
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** The link that opens the consult now; null when none does. */
    public @Nullable String of(Consult consult) {
        Instant until = consult.linkUntil();
        if (!isLive(consult) || until == null) return null;
        return address + "/opinion/" + token(consult.id(), consult.link(), until.getEpochSecond());
    }

    /** What a link opens; empty whatever is wrong with it, so that nothing is told of what there is. */
    Optional<Consult> opened(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) return Optional.empty();
        var id = new ConsultId(parts.group(1));
        int link = Integer.parseInt(parts.group(2));
        long until = Long.parseLong(parts.group(3));
        boolean signed = MessageDigest.isEqual(bytes(token(id, link, until)), bytes(token));
        if (!signed) return Optional.empty();
        return consults.find(id)
                .filter(one -> one.link() == link && isLive(one))
                .filter(one -> one.linkUntil() != null && one.linkUntil().getEpochSecond() == until);
    }

    private boolean isLive(Consult consult) {
        Instant until = consult.linkUntil();
        return consult.isOutside()
                && consult.state().isOpen()
                && until != null
                && !clock.instant().isAfter(until);
    }

    private String token(ConsultId id, int link, long until) {
        String what = id + "." + link + "." + until;
        return what + "." + vault.blindIndex("consult link " + what).substring(0, SIGNED);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
