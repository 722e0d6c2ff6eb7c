package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.caunoi.api.message.MessageDesk;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/** Where somebody may go: the ways of everyday work by themselves, all others folded by what they are about. */
final class Menu {

    private static final Set<Role> CASE_WORK = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    /** A way to a page; {@code current} when it leads to where the reader is. */
    record Way(String href, String key, boolean current) {}

    /** Ways that stand together under a word of their own. */
    record Section(String key, List<Way> ways) {

        /** A single way needs no fold. */
        public boolean isFolded() {
            return ways.size() > 1;
        }

        public boolean isCurrent() {
            return ways.stream().anyMatch(Way::current);
        }
    }

    private final Actor actor;
    private final String path;
    private final boolean works;
    private final boolean reads;
    private final boolean oversees;
    private final boolean administers;
    private final List<Section> sections = new ArrayList<>();

    private Menu(Actor actor, String path) {
        this.actor = actor;
        this.path = path;
        works = doesCaseWork(actor);
        reads = works || actor.is(Role.INSPECTOR);
        oversees = actor.is(Role.HEAD) || actor.is(Role.INSPECTOR);
        administers = actor.is(Role.ADMIN);
    }

    /**
     * The sections for somebody, without empty ones.
     *
     * @param path of the page that is shown
     */
    static List<Section> of(Actor actor, String path) {
        Menu menu = new Menu(actor, path);
        menu.everyday();
        menu.ofCases();
        menu.ofTheHouse();
        return menu.sections;
    }

    /** What somebody may keep and look after, without their everyday work. */
    static List<Section> ofTheHouseFor(Actor actor) {
        Menu menu = new Menu(actor, "");
        menu.ofTheHouse();
        return menu.sections;
    }

    static boolean doesCaseWork(Actor actor) {
        return actor.roles().stream().anyMatch(CASE_WORK::contains);
    }

    private void everyday() {
        alone(actor.is(Role.OBSERVER), "/observe", "observe");
        alone(works, "/inbox", "inbox");
        alone(works, "/cases/mine", "mine");
        alone(reads, "/cases", "cases");
        alone(works, "/hand-in", "handin");
        alone(actor.is(Role.DESIGNER), "/studio", "studio");
        alone(administers, "/admin", "admin");
    }

    private void ofCases() {
        List<Way> citizens = section("citizens");
        add(citizens, works, "/hotline", "hotline");
        add(citizens, reads, "/reception", "reception");
        add(citizens, reads, "/conferences", "conferences");
        add(citizens, reads, "/diary", "diary");
        List<Way> papers = section("papers");
        add(papers, reads, "/letters", "letters");
        add(papers, works, "/consults", "consults");
        add(papers, works || administers, "/text-blocks", "textblocks");
        add(papers, reads, "/decisions", "decisions");
        add(papers, MessageDesk.isForStaff(actor), "/messages", "messages");
        add(papers, reads, "/dossiers", "dossiers");
        List<Way> oversight = section("oversight");
        add(oversight, reads, "/directions", "directions");
        add(oversight, actor.is(Role.HEAD), "/approvals", "approvals");
        add(oversight, oversees, "/board", "board");
        add(oversight, oversees, "/deadlines/calendar", "dues");
        add(oversight, oversees, "/overdue", "overdue");
        add(oversight, oversees, "/escalated", "escalated");
        add(oversight, oversees, "/figures", "figures");
        add(oversight, oversees, "/oversight/reports", "reports");
        add(oversight, actor.is(Role.HEAD), "/officers", "officers");
        add(oversight, oversees, "/audit", "audit");
        add(oversight, Site.mayAudit(actor), "/readings", "readings");
    }

    private void ofTheHouse() {
        List<Way> organisation = section("organisation");
        add(organisation, administers || actor.is(Role.INSPECTOR), "/admin/units", "unitstree");
        add(organisation, administers, "/admin/accounts", "accounts");
        add(organisation, administers, "/admin/officers", "appointments");
        add(organisation, administers, "/admin/reorganisations", "reorganisations");
        add(organisation, administers, "/admin/contacts", "contacts");
        add(organisation, administers, "/admin/categories", "categories");
        add(organisation, administers, "/admin/routing", "routingrows");
        add(organisation, administers, "/admin/yardsticks", "yardsticks");
        add(organisation, administers, "/admin/hot-spots", "hotspots");
        List<Way> system = section("system");
        add(system, reads, "/national", "national");
        add(system, oversees, "/export", "export");
        add(system, administers, "/admin/moving-in", "moving");
        add(system, administers, "/admin/erasure", "erasure");
        add(system, true, "/processes", "processes");
        add(system, administers, "/admin/webhooks", "webhooks");
        add(system, administers, "/admin/letter-forms", "letterforms");
        add(system, administers || actor.is(Role.INSPECTOR), "/admin/incidents", "incidents");
        add(system, administers, "/admin/processors", "processors");
        add(system, reads, "/audit/questions", "questions");
        add(system, Site.mayAudit(actor), "/audit/changes", "changes");
        add(system, actor.is(Role.INSPECTOR), "/audit/identities", "identities");
        add(system, Site.mayAudit(actor), "/audit/integrity", "integrity");
        add(system, administers, "/design", "design");
        sections.removeIf(section -> section.ways().isEmpty());
    }

    private void alone(boolean may, String href, String key) {
        add(section(key), may, href, key);
    }

    private List<Way> section(String key) {
        List<Way> ways = new ArrayList<>();
        sections.add(new Section(key, ways));
        return ways;
    }

    private void add(List<Way> ways, boolean may, String href, String key) {
        if (may) ways.add(new Way(href, key, path.equals(href)));
    }
}
