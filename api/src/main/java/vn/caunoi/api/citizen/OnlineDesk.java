package vn.caunoi.api.citizen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.caunoi.api.citizen.OnlineDrafts.OnlineDraft;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.officer.HandInDesk;
import vn.caunoi.api.officer.HandInDesk.Receipt;
import vn.caunoi.api.officer.HandInInput;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.api.security.Throttle;
import vn.caunoi.api.security.Vouched;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;

/**
 * Takes petitions from people without an account: written in as many goes as they like, looked over, then handed in once. How
 * often that may be done from one address, and at all, is limited.
 */
@Component
public class OnlineDesk {

    /** The receipt, and whether a signature is still wanted. */
    public record Sent(Receipt receipt, OnlineSigning.Standing signing) {}

    /** @param secret by which the writer comes back to it */
    public record Written(String secret, Map<String, String> typed, List<FileDesk.Uploaded> files) {}

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String EVERYBODY = "";
    private static final int MOST_FIELDS = 60;
    private static final int MOST_CHARACTERS = 60_000;
    /** In whose unit files lie before it is known which takes the petition. */
    private static final String NO_UNIT = "-";

    private final OnlineDrafts drafts;
    private final HandInDesk desk;
    private final FileDesk files;
    private final OnlineLimits limits;
    private final boolean open;
    private final OnlineSigning signing;
    private final CaseFiles cases;
    private final Throttle keeping;
    private final Throttle sending;
    private final Throttle everybody;
    private final Throttle guessing = new Throttle(10, WINDOW);

    /**
     * @param open whether petitions are taken online at all
     * @param each how many one address may hand in within an hour; {@code all} how many are taken from everybody
     */
    OnlineDesk(
            OnlineDrafts drafts,
            HandInDesk desk,
            FileDesk files,
            OnlineLimits limits,
            OnlineSigning signing,
            CaseFiles cases,
            @Value("${caunoi.online.open:true}") boolean open,
            @Value("${caunoi.online.each-hour:5}") int each,
            @Value("${caunoi.online.all-hour:300}") int all) {
        this.drafts = drafts;
        this.desk = desk;
        this.files = files;
        this.limits = limits;
        this.open = open;
        this.signing = signing;
        this.cases = cases;
        this.keeping = new Throttle(each * 20, WINDOW);
        this.sending = new Throttle(each, WINDOW);
        this.everybody = new Throttle(all, WINDOW);
    }

    /** Refuses everything where the authority takes nothing online. */
    public void mustBeOpen() {
        if (!open) throw new NotFound();
    }

    /**
     * Keeps what was written so far.
     *
     * @param secret null the first time
     * @throws AlreadySent it was handed in since
     */
    public Written keep(
            @Nullable String secret, Map<String, String> typed, List<MultipartFile> uploads, String address) {
        mustBeOpen();
        count(keeping, address);
        int characters = typed.values().stream().mapToInt(String::length).sum();
        if (typed.size() > MOST_FIELDS || characters > MOST_CHARACTERS) throw new Stopped(ProblemKind.TOO_LARGE);
        String known = secret == null
                ? OnlineDrafts.freshSecret()
                : OnlineDrafts.secret(secret).orElseGet(OnlineDrafts::freshSecret);
        mustNotBeSent(known);
        OnlineDraft before = drafts.find(known).orElseGet(OnlineDraft::empty);
        List<String> kept = new ArrayList<>(before.files());
        mustNotBeTooMuch(known(kept, known), uploads);
        uploads.forEach(upload -> kept.add(taken(upload, as(known))));
        drafts.keep(known, new OnlineDraft(typed, kept));
        return new Written(known, typed, known(kept, known));
    }

    private void mustNotBeTooMuch(List<FileDesk.Uploaded> kept, List<MultipartFile> more) {
        long bytes = kept.stream().mapToLong(FileDesk.Uploaded::size).sum()
                + more.stream().mapToLong(MultipartFile::getSize).sum();
        if (kept.size() + more.size() > limits.files() || bytes > limits.together())
            throw Input.refusal("files", "too-great", "are too many, or too big together");
    }

    private void mustNotBeSent(String secret) {
        desk.handedIn(seed(secret)).ifPresent(receipt -> {
            throw new AlreadySent(receipt.code());
        });
    }

    private String taken(MultipartFile upload, Actor as) {
        try (InputStream content = upload.getInputStream()) {
            String name = Objects.requireNonNullElse(upload.getOriginalFilename(), "file");
            return files.takeFromOutside(content, name, as).id();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What was kept; a wrong secret is one thing with one that is over.
     *
     * @throws AlreadySent it was handed in since
     */
    public Written goOn(String secret, String address) {
        mustBeOpen();
        if (guessing.isClosed(address)) throw new Stopped(ProblemKind.TOO_MANY);
        Optional<String> known = OnlineDrafts.secret(secret);
        known.ifPresent(this::mustNotBeSent);
        OnlineDraft draft = known.flatMap(drafts::find).orElseThrow(() -> {
            guessing.failed(address);
            return new NotFound();
        });
        return new Written(known.orElseThrow(), draft.typed(), known(draft.files(), known.orElseThrow()));
    }

    /** Without a file that was added by mistake. */
    public Written without(String secret, String file, String address) {
        Written written = goOn(secret, address);
        List<String> left = written.files().stream()
                .map(FileDesk.Uploaded::id)
                .filter(id -> !id.equals(file))
                .toList();
        drafts.keep(written.secret(), new OnlineDraft(written.typed(), left));
        return new Written(written.secret(), written.typed(), known(left, written.secret()));
    }

    /** Refuses what would be refused when it is sent. */
    public void check(Written written, HandInInput input) {
        desk.checkOnline(input, seed(written.secret()));
    }

    /** How what is written would stand if it were sent now. */
    public OnlineSigning.Standing signing(@Nullable Vouched vouched, HandInInput input) {
        HandInInput.Petitioner first =
                input.petitioners() == null || input.petitioners().isEmpty()
                        ? null
                        : input.petitioners().getFirst();
        return signing.standing(
                vouched, first == null ? null : first.fullName(), first == null ? null : first.idNumber());
    }

    /**
     * Hands in; the same once more gives the same receipt.
     *
     * @param vouched who the provider says the writer is; null where nobody was asked
     */
    public Sent send(
            String secret, Function<Map<String, String>, HandInInput> read, @Nullable Vouched vouched, String address) {
        mustBeOpen();
        String known = OnlineDrafts.secret(secret).orElseThrow(NotFound::new);
        Optional<Receipt> before = desk.handedIn(seed(known));
        if (before.isPresent()) return new Sent(before.get(), recorded(before.get()));
        Written written = goOn(known, address);
        count(sending, address);
        count(everybody, EVERYBODY);
        HandInInput input = read.apply(written.typed());
        OnlineSigning.Standing standing = signing(vouched, input);
        Receipt receipt = desk.handInOnline(
                input,
                seed(known),
                petition -> attach(written, petition),
                petition -> standing.counts() ? List.of(OnlineSigning.order(petition, standing)) : List.of());
        drafts.drop(known);
        return new Sent(receipt, standing);
    }

    private OnlineSigning.Standing recorded(Receipt receipt) {
        return signing.recorded(cases.byId(receipt.id(), Visibility.everything())
                .map(CaseFile::signed)
                .orElse(null));
    }

    private void attach(Written written, PetitionId petition) {
        written.files().forEach(file -> files.attach(file.id(), petition, as(written.secret())));
    }

    /** Files that are kept no longer are left out. */
    private List<FileDesk.Uploaded> known(List<String> ids, String secret) {
        return ids.stream().flatMap(id -> found(id, as(secret)).stream()).toList();
    }

    private Optional<FileDesk.Uploaded> found(String id, Actor as) {
        try {
            return Optional.of(files.find(id, as));
        } catch (NotFound thrownAway) {
            return Optional.empty();
        }
    }

    private Actor as(String secret) {
        return Actor.of(OnlineDrafts.owner(drafts.idOf(secret)), NO_UNIT);
    }

    private static String seed(String secret) {
        return "online " + secret;
    }

    private static void count(Throttle throttle, String key) {
        if (throttle.isClosed(key)) throw new Stopped(ProblemKind.TOO_MANY);
        throttle.failed(key);
    }
}
