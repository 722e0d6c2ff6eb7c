package vn.caunoi.api.reception;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.officer.HandInInput.Petitioner;
import vn.caunoi.core.petition.Person;

/**
 * Which of those who are named now were named before, for each keeps an own key: by the name, and where a name is new, by
 * the place in the list.
 */
final class SamePeople {

    private final Map<Integer, String> ids = new HashMap<>();

    SamePeople(List<Person> before, @Nullable List<@Nullable Petitioner> now) {
        List<@Nullable Petitioner> all = Objects.requireNonNullElse(now, List.of());
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            int same = named(before, nameOf(all.get(i)), taken);
            if (same >= 0) take(i, same, before, taken);
        }
        for (int i = 0; i < Math.min(all.size(), before.size()); i++)
            if (!ids.containsKey(i) && !taken.contains(i)) take(i, i, before, taken);
    }

    /** Null for somebody who was not named before. */
    @Nullable String idOf(int i) {
        return ids.get(i);
    }

    private void take(int i, int same, List<Person> before, Set<Integer> taken) {
        taken.add(same);
        ids.put(i, before.get(same).id().value());
    }

    private static int named(List<Person> before, String name, Set<Integer> taken) {
        for (int i = 0; i < before.size(); i++)
            if (!taken.contains(i) && before.get(i).fullName().clear().equals(name)) return i;
        return -1;
    }

    private static String nameOf(@Nullable Petitioner one) {
        return one == null || one.fullName() == null ? "" : one.fullName().strip();
    }
}
