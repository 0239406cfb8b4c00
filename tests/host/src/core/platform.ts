// What the device is: one mutable object, as in the API, switched by the phone mode of the host.
import momentLibrary from 'moment';

export const apiVersion = '1.13.1';
export const PHONE_WIDTH = 600;
export const moment = momentLibrary;

export const Platform = {
	isDesktop: true,
	isMobile: false,
	isDesktopApp: true,
	isMobileApp: false,
	isIosApp: false,
	isAndroidApp: false,
	isPhone: false,
	isTablet: false,
	isMacOS: false,
	isWin: false,
	isLinux: true,
	isSafari: false,
	resourcePathPrefix: 'app://local/',
};

export function applyPlatform(phone: boolean): void {
	Object.assign(Platform, {
		isDesktop: !phone,
		isMobile: phone,
		isDesktopApp: !phone,
		isMobileApp: phone,
		isAndroidApp: phone,
		isPhone: phone,
		isLinux: !phone,
	});
	document.body.classList.toggle('is-mobile', phone);
	document.body.classList.toggle('is-phone', phone);
	document.body.classList.toggle('mod-linux', !phone);
}

export function requireApiVersion(version: string): boolean {
	const want = version.split('.').map(Number);
	const have = apiVersion.split('.').map(Number);
	for (let index = 0; index < 3; index++) {
		const difference = (have[index] ?? 0) - (want[index] ?? 0);
		if (difference !== 0) return difference > 0;
	}
	return true;
}

export function getLanguage(): string {
	return 'en';
}
