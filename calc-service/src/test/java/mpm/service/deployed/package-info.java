/**
 * The service inside a running server, with its beans injected into the tests: {@link mpm.service.deployed.DeployedIT}.
 */
@NullMarked
package mpm.service.deployed;

import org.jspecify.annotations.NullMarked;
