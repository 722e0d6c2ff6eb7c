package vn.caunoi.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.caunoi.api.message.MessageDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;

/** What the frame of every page shows: who is logged in, where they may go, where they are. */
@Component("site")
class Site {

    private static final Set<Role> CASE_WORK = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    /** Who is logged in. */
    record Me(Actor actor, String name, String unitName) {}

    /** A way to a page; {@code current} when it leads to where the reader is. */
    record Way(String href, String key, boolean current) {}

    private final CurrentActor current;
    private final Names names;

    Site(CurrentActor current, Names names) {
        this.current = current;
        this.names = names;
    }

    /** Null for a visitor. */
    public @Nullable Me me() {
        return current.find()
                .map(actor -> new Me(actor, names.officer(actor.id()), names.unit(actor.unit())))
                .orElse(null);
    }

    public List<Way> ways(Me me) {
        Actor actor = me.actor();
        boolean works = actor.roles().stream().anyMatch(CASE_WORK::contains);
        List<Way> ways = new ArrayList<>();
        add(ways, works, "/inbox", "inbox");
        add(ways, works, "/cases/mine", "mine");
        add(ways, works || actor.is(Role.INSPECTOR), "/cases", "cases");
        add(ways, works, "/hand-in", "handin");
        add(ways, works || actor.is(Role.INSPECTOR), "/letters", "letters");
        add(ways, works, "/consults", "consults");
        add(ways, works || actor.is(Role.INSPECTOR), "/dossiers", "dossiers");
        add(ways, MessageDesk.isForStaff(actor), "/messages", "messages");
        add(ways, works || actor.is(Role.INSPECTOR), "/reception", "reception");
        add(ways, works || actor.is(Role.INSPECTOR), "/conferences", "conferences");
        add(ways, actor.is(Role.HEAD), "/officers", "officers");
        add(ways, mayOversee(actor), "/overdue", "overdue");
        add(ways, mayOversee(actor), "/escalated", "escalated");
        add(ways, mayOversee(actor), "/figures", "figures");
        add(ways, mayOversee(actor), "/oversight/reports", "reports");
        add(ways, actor.is(Role.ADMIN) || actor.is(Role.INSPECTOR), "/admin/incidents", "incidents");
        add(ways, mayAudit(actor), "/readings", "readings");
        add(ways, actor.is(Role.ADMIN), "/admin/processors", "processors");
        add(ways, actor.is(Role.ADMIN), "/admin/erasure", "erasure");
        add(ways, actor.is(Role.ADMIN), "/admin/letter-forms", "letterforms");
        add(ways, actor.is(Role.ADMIN), "/admin/moving-in", "moving");
        add(ways, works || actor.is(Role.INSPECTOR), "/national", "national");
        add(ways, mayOversee(actor), "/export", "export");
        add(ways, actor.is(Role.ADMIN), "/admin/officers", "appointments");
        add(ways, actor.is(Role.ADMIN), "/admin/reorganisations", "reorganisations");
        add(ways, true, "/processes", "processes");
        return ways;
    }

    /** Whether the reader shares out the work of a unit. */
    public boolean mayShareOut(UnitId unit) {
        return current.find()
                .filter(actor -> actor.is(Role.HEAD) && actor.covers(unit))
                .isPresent();
    }

    static boolean mayOversee(Actor actor) {
        return actor.is(Role.HEAD) || actor.is(Role.INSPECTOR);
    }

    /** Whether somebody may ask who looked at a case. */
    static boolean mayAudit(Actor actor) {
        return actor.is(Role.INSPECTOR) || actor.is(Role.ADMIN);
    }

    /** The first page of somebody. */
    static String homeOf(Actor actor) {
        if (actor.roles().stream().anyMatch(CASE_WORK::contains)) return "/inbox";
        if (actor.is(Role.INSPECTOR)) return "/overdue";
        return actor.is(Role.ADMIN) ? "/admin/incidents" : "/processes";
    }

    private static void add(List<Way> ways, boolean may, String href, String key) {
        if (may) ways.add(new Way(href, key, path().equals(href)));
    }

    /** Path and query of this page if it can be asked for again, else the home page. */
    public String here() {
        HttpServletRequest request = request();
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        if (failed || !request.getMethod().equals("GET")) return "/";
        return request.getQueryString() == null ? path() : path() + "?" + request.getQueryString();
    }

    private static String path() {
        HttpServletRequest request = request();
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
