package vn.caunoi.api.citizen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.Secrets;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.api.security.Throttle;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;

/**
 * Opens a case to whoever shows its code and PIN. A wrong PIN, an unknown code and a petition without a PIN are one and the
 * same answer, and after some failures none is given.
 */
@Component
class CodeAndPin {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final CaseFiles files;
    private final Secrets secrets;
    private final Throttle byCode = new Throttle(10, WINDOW);
    private final Throttle byAddress = new Throttle(30, WINDOW);

    CodeAndPin(CaseFiles files, Secrets secrets) {
        this.files = files;
        this.secrets = secrets;
    }

    CaseFile open(String typed, @Nullable String pin, String address) {
        String code = canonical(typed);
        mustBeOpen(code, address);
        boolean fits = fits(code, pin);
        // once more: of many guesses at the same time all but the first few must come to nothing
        mustBeOpen(code, address);
        if (!fits) {
            byCode.failed(code);
            byAddress.failed(address);
            throw new NotFound();
        }
        byCode.succeeded(code);
        return files.byCode(code, Visibility.everything()).orElseThrow(NotFound::new);
    }

    private void mustBeOpen(String code, String address) {
        if (byCode.isClosed(code) || byAddress.isClosed(address)) throw new Stopped(ProblemKind.TOO_MANY);
    }

    private static String canonical(String typed) {
        if (typed.length() > 40 || !PetitionCode.isValid(typed)) throw new NotFound();
        return PetitionCode.parse(typed).value();
    }

    private boolean fits(String code, @Nullable String pin) {
        String given = pin == null ? "" : pin.strip();
        if (given.length() > 20) return false;
        Optional<String> kept = files.pinHash(code);
        String shown = secrets.pinHash(PetitionCode.parse(code), given);
        byte[] expected = kept.orElse("none").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8));
    }
}
