package vn.caunoi.core.petition;

import vn.caunoi.core.vault.Sealed;

/** What verification found on one point. */
public record Finding(int point, Sealed finding, Conclusion result) {}
