package vn.caunoi.api.notice;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.directory.Directory;

/** Officers who are spoken to in a note by {@code @account}. */
@Component
public class Mentions {

    private static final Pattern MENTION = Pattern.compile("(?<![\\w.])@([A-Za-z0-9][\\w.-]*\\w)");
    private static final int OFFERED = 8;

    private final Directory directory;
    private final CaseFiles files;

    Mentions(Directory directory, CaseFiles files) {
        this.directory = directory;
        this.files = files;
    }

    /** Whoever is named so, whether there is such an account or not. */
    static List<OfficerId> in(String text) {
        return MENTION.matcher(text)
                .results()
                .map(found -> new OfficerId(found.group(1)))
                .distinct()
                .toList();
    }

    /** Officers of the house who are spoken to and may not see the case. */
    public List<OfficerId> blind(String text, CaseFile file) {
        return in(text).stream()
                .filter(officer -> directory.officer(officer).isPresent())
                .filter(officer -> !sees(officer, file))
                .toList();
    }

    /** Whom a note of this case may speak to, whose account or name goes on as it was begun. */
    public List<Directory.Officer> offered(String begun, CaseFile file) {
        String start = begun.toLowerCase(Locale.ROOT);
        return directory.officers().stream()
                .filter(officer -> goesOn(officer, start))
                .filter(officer -> sees(officer.id(), file))
                .limit(OFFERED)
                .toList();
    }

    private static boolean goesOn(Directory.Officer officer, String start) {
        return officer.id().value().toLowerCase(Locale.ROOT).startsWith(start)
                || List.of(officer.name().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .anyMatch(word -> word.startsWith(start));
    }

    /** A denunciation is there for its handlers only; nothing that is about the officer. */
    boolean sees(OfficerId officer, CaseFile file) {
        Actor actor = directory.actorOf(officer).orElse(null);
        if (actor == null || file.accused().contains(officer)) return false;
        if (file.kind() == Kind.DENUNCIATION && !file.isHandledBy(actor)) return false;
        return files.byId(file.id(), Visibility.of(actor)).isPresent();
    }
}
