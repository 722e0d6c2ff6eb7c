package vn.caunoi.projections.search;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.WordKeys;
import vn.caunoi.projections.WordKeys.Of;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part.Petitioner;

/**
 * The keys by which a case is found. A denunciation is found by its code only. Who asked to stay confidential, and what
 * they wrote, for it may name them, is found only by those who may know.
 */
@Component
final class FoundBy {
    private static final int SHORTEST_CODE = 3;

    private final WordKeys keys;

    FoundBy(WordKeys keys) {
        this.keys = keys;
    }

    long[] of(CaseFile file) {
        Set<Long> all = new TreeSet<>();
        code(all, file.code());
        if (file.kind() != Kind.DENUNCIATION) {
            begun(all, Of.TEXT, file.subject());
            Of tier = file.confidential() ? Of.SEALED_TEXT : Of.TEXT;
            whole(all, tier, WordKeys.tellingWords(known(file.content())));
            whole(all, tier, WordKeys.words(known(file.against())));
            if (file.about() != null)
                whole(all, tier, WordKeys.words(known(file.about().number())));
            file.petitioners().forEach(person -> person(all, person, file.confidential()));
        }
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    private void person(Set<Long> all, Petitioner person, boolean confidential) {
        Of text = confidential ? Of.SEALED_TEXT : Of.TEXT;
        begun(all, text, person.fullName());
        begun(all, confidential ? Of.SEALED_NAME : Of.NAME, person.fullName());
        whole(all, text, WordKeys.words(known(person.phone())));
        whole(all, text, WordKeys.words(known(person.idNumber())));
    }

    /** As it is written, in groups, and without what stands between them; from the third sign on while it is typed. */
    private void code(Set<Long> all, String code) {
        Set<String> groups = WordKeys.words(code);
        String together = String.join("", groups);
        Stream.concat(groups.stream(), Stream.of(together))
                .flatMap(WordKeys::beginnings)
                .filter(part -> part.length() >= SHORTEST_CODE || groups.contains(part))
                .forEach(part -> all.add(keys.of(Of.TEXT, part)));
    }

    private void begun(Set<Long> all, Of of, @Nullable String text) {
        WordKeys.words(known(text)).stream().flatMap(WordKeys::beginnings).forEach(word -> all.add(keys.of(of, word)));
    }

    private void whole(Set<Long> all, Of of, Collection<String> words) {
        words.forEach(word -> all.add(keys.of(of, word)));
    }

    private static String known(@Nullable String text) {
        return text == null || text.equals(Sealed.ERASED) ? "" : text;
    }
}
