package vn.caunoi.core.reception;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * From how many people on a visit is that of a crowd (đoàn đông người), and by how many it may be represented.
 *
 * @param crowd people of the smallest crowd
 * @param representatives the most there may be, by the number of people from which on it is so
 */
public record CrowdRule(int crowd, Map<Integer, Integer> representatives) {
    public CrowdRule {
        representatives = Map.copyOf(representatives);
    }

    public boolean isCrowd(int people) {
        return people >= crowd;
    }

    /** Whether the law wants so many people to appoint who speaks for them. */
    public boolean wantsRepresentatives(int people) {
        return new TreeMap<>(representatives).floorEntry(people) != null;
    }

    /** The most representatives of so many people. */
    public int most(int people) {
        NavigableMap<Integer, Integer> steps = new TreeMap<>(representatives);
        Map.Entry<Integer, Integer> step = steps.floorEntry(people);
        return step == null ? people : step.getValue();
    }
}
