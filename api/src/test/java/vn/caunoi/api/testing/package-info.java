/** What tests of the API and of the pages share: a running program, and somebody who calls it. */
@NullMarked
package vn.caunoi.api.testing;

import org.jspecify.annotations.NullMarked;
