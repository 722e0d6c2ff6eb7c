package vn.caunoi.api.officer;

import java.util.List;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.reception.CrowdRule;

/**
 * Who signs and who speaks for others: of five to ten who complain one or two represent the rest, of more at most five
 * (NĐ 124/2020 Đ7); a proxy acts for somebody who is named, and no content is given to several proxies (Đ5.3).
 */
final class Signatories {

    private final CrowdRule rule;

    /** @param rule in force on the day of the receipt */
    Signatories(CrowdRule rule) {
        this.rule = rule;
    }

    /** Complaints only: other petitions need no representatives. */
    void check(Kind kind, List<Person> people, Input input) {
        if (kind != Kind.COMPLAINT || people.isEmpty()) return;
        int complainants = count(people, PersonRole.COMPLAINANT);
        int representatives = count(people, PersonRole.REPRESENTATIVE);
        int proxies = count(people, PersonRole.PROXY);
        int most = mostRepresentatives(complainants, representatives);
        if (representatives > most) {
            input.wrong("petitioners", "too-many-representatives", "have at most " + most + " representatives");
        }
        int named = complainants + representatives;
        if (named == 0) input.wrong("petitioners", "proxy-for-nobody", "name whom the proxy acts for");
        else if (proxies > named) {
            input.wrong("petitioners", "too-many-proxies", "give one content to one proxy only");
        }
    }

    /** Where only those who speak are named, as after a visit, nobody knows of how many they are. */
    private int mostRepresentatives(int complainants, int representatives) {
        if (complainants > 0) return rule.most(complainants + representatives);
        return rule.representatives().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(representatives);
    }

    private static int count(List<Person> people, PersonRole role) {
        return (int) people.stream().filter(person -> person.role() == role).count();
    }
}
