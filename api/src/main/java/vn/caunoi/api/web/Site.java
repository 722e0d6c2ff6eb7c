package vn.caunoi.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.textblock.TextBlockDesk;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;

/** What the frame of every page shows: who is logged in, where they may go, where they are. */
@Component("site")
class Site {

    /** Who is logged in. */
    record Me(Actor actor, String name, String unitName) {}

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

    /** The account of whoever is logged in; null for a visitor. */
    public @Nullable String account() {
        return current.find().map(actor -> actor.id().value()).orElse(null);
    }

    /** The menu of somebody on this page. */
    public List<Menu.Section> menu(Me me) {
        return Menu.of(me.actor(), path());
    }

    /** Whether the reader shares out the work of a unit. */
    public boolean mayShareOut(UnitId unit) {
        return current.find()
                .filter(actor -> actor.is(Role.HEAD) && actor.covers(unit))
                .isPresent();
    }

    /** Whether the reader is an inspector, who may open all that the house proves about itself. */
    public boolean mayAskForProof() {
        return current.find().filter(actor -> actor.is(Role.INSPECTOR)).isPresent();
    }

    /** Whether the reader is offered text blocks. */
    public boolean keepsTextBlocks() {
        return current.find().filter(TextBlockDesk::mayKeep).isPresent();
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
        if (Menu.doesCaseWork(actor)) return "/inbox";
        if (actor.is(Role.INSPECTOR)) return "/overdue";
        if (actor.is(Role.OBSERVER)) return "/observe";
        return actor.is(Role.ADMIN) ? "/admin" : "/processes";
    }

    /** Path and query of this page if it can be asked for again, else the home page. */
    public String here() {
        HttpServletRequest request = request();
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        if (failed || !request.getMethod().equals("GET")) return "/";
        return request.getQueryString() == null ? path() : path() + "?" + request.getQueryString();
    }

    /** Light or dark, as chosen in this browser. */
    public Theme.Choice theme() {
        return Theme.of(request());
    }

    private static String path() {
        HttpServletRequest request = request();
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
