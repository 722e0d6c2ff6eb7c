package vn.caunoi.core.petition;

import vn.caunoi.core.vault.Sealed;

/** One numbered point (from 1) of a petition and what is demanded in it. */
public record Point(int no, Sealed demand) {}
