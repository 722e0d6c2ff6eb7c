package vn.caunoi.api.consult;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.file.GivenOut;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.Throttle;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.ConsultCommand;
import vn.caunoi.core.petition.ConsultId;
import vn.caunoi.projections.consult.Consult;

/**
 * For a body outside that has a signed link, without an account. Each look is written down before anything is shown. A
 * link that is wrong, expired, revoked or used is one and the same answer, and after some of them none is given.
 */
@Component
public class OutsideDesk {

    private static final int MOST_FILES = 10;

    private final ConsultLinks links;
    private final AskedDesk asked;
    private final Casework casework;
    private final FileDesk files;
    private final GivenOut given;
    private final ReadingLog readings;
    private final Throttle wrong = new Throttle(20, Duration.ofMinutes(15));
    private final Throttle sent = new Throttle(20, Duration.ofMinutes(15));

    OutsideDesk(
            ConsultLinks links,
            AskedDesk asked,
            Casework casework,
            FileDesk files,
            GivenOut given,
            ReadingLog readings) {
        this.links = links;
        this.asked = asked;
        this.casework = casework;
        this.files = files;
        this.given = given;
        this.readings = readings;
    }

    /** Under what name looks and files of a body outside are written down. */
    static OfficerId reader(ConsultId consult) {
        return new OfficerId("consult-link:" + consult);
    }

    public AskedDesk.Sheet look(String token, String address) {
        Consult one = open(token, address);
        readings.noteFirst(one.petition(), as(one), Reading.What.CONSULT);
        return asked.sheet(one);
    }

    public ResponseEntity<Resource> paper(String token, String file, String address) {
        Consult one = open(token, address);
        if (!one.papers().contains(file)) throw new NotFound();
        readings.noteFirst(one.petition(), as(one), Reading.What.ATTACHMENT);
        return given.of(file, one.petition());
    }

    /** @param uploads files that come with it, looked at like every other */
    public void answer(
            String token, @Nullable String text, @Nullable String name, List<MultipartFile> uploads, String address) {
        Consult one = open(token, address);
        mayStillSend(one);
        Input input = new Input();
        String opinion = input.required("text", text, ConsultDesk.LONG);
        String who = input.required("name", name, ConsultDesk.LINE);
        List<MultipartFile> filled =
                uploads.stream().filter(upload -> !upload.isEmpty()).toList();
        if (filled.size() > MOST_FILES) input.wrong("files", "too-great", "are at most " + MOST_FILES);
        input.mustBeValid();
        List<String> came = kept(filled, as(one));
        var order = new ConsultCommand.Answer(one.petition(), one.id(), opinion, came, who, null, one.link(), null);
        casework.sendFromOutside(() -> came.forEach(file -> files.attach(file, one.petition(), as(one))), order);
    }

    public void decline(String token, @Nullable String reason, @Nullable String name, String address) {
        Consult one = open(token, address);
        mayStillSend(one);
        Input input = new Input();
        String why = input.required("reason", reason, ConsultDesk.LONG);
        String who = input.required("name", name, ConsultDesk.LINE);
        input.mustBeValid();
        casework.sendFromOutside(
                () -> {}, new ConsultCommand.Decline(one.petition(), one.id(), why, who, one.link(), null));
    }

    private List<String> kept(List<MultipartFile> uploads, Actor as) {
        List<String> ids = new ArrayList<>();
        for (MultipartFile upload : uploads) {
            try (InputStream content = upload.getInputStream()) {
                String name = Objects.requireNonNullElse(upload.getOriginalFilename(), "file");
                ids.add(files.takeFromOutside(content, name, as).id());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return ids;
    }

    private Consult open(String token, String address) {
        if (wrong.isClosed(address)) throw new Stopped(ProblemKind.TOO_MANY);
        return links.opened(token).orElseThrow(() -> {
            wrong.failed(address);
            return new NotFound();
        });
    }

    private void mayStillSend(Consult one) {
        String key = one.id().value();
        if (sent.isClosed(key)) throw new Stopped(ProblemKind.TOO_MANY);
        sent.failed(key);
    }

    private static Actor as(Consult one) {
        return new Actor(reader(one.id()), one.asking(), Set.of(), Set.of());
    }
}
